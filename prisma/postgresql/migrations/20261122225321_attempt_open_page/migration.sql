-- AlterTable
ALTER TABLE "Attempt" ADD COLUMN     "openPage" INTEGER NOT NULL DEFAULT 1;
