-- AlterTable
ALTER TABLE "Attempt" ADD COLUMN "formerAt" DATETIME;
