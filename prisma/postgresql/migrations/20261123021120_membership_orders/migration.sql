-- AlterTable
ALTER TABLE "UnitMembership" ADD COLUMN     "effectiveOn" TEXT,
ADD COLUMN     "endNote" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "endReason" TEXT,
ADD COLUMN     "endedOn" TEXT,
ADD COLUMN     "note" TEXT NOT NULL DEFAULT '';
