-- AlterTable
ALTER TABLE "MarkingTask" ADD COLUMN     "claimedAt" TIMESTAMP(3),
ADD COLUMN     "claimedById" TEXT;
