-- AlterTable
ALTER TABLE "LibraryItem" ADD COLUMN     "mediaAlt" TEXT NOT NULL DEFAULT '';
