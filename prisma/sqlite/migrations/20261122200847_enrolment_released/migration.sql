-- AlterTable
ALTER TABLE "Enrolment" ADD COLUMN "releasedAt" DATETIME;
