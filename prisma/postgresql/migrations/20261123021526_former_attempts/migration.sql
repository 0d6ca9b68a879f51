-- AlterTable
ALTER TABLE "Attempt" ADD COLUMN     "formerAt" TIMESTAMP(3);
