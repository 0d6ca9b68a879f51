-- AlterTable
ALTER TABLE "Enrolment" ADD COLUMN     "releasedAt" TIMESTAMP(3);
