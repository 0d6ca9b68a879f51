-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_UnitMembership" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "rank" TEXT,
    "position" TEXT,
    "personnelClass" TEXT NOT NULL DEFAULT 'enlisted',
    "membership" TEXT NOT NULL DEFAULT 'none',
    "fromAt" DATETIME NOT NULL,
    "untilAt" DATETIME,
    "effectiveOn" TEXT,
    "note" TEXT NOT NULL DEFAULT '',
    "endedOn" TEXT,
    "endReason" TEXT,
    "endNote" TEXT NOT NULL DEFAULT '',
    CONSTRAINT "UnitMembership_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "UnitMembership_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_UnitMembership" ("fromAt", "id", "membership", "personId", "personnelClass", "position", "rank", "unitId", "untilAt") SELECT "fromAt", "id", "membership", "personId", "personnelClass", "position", "rank", "unitId", "untilAt" FROM "UnitMembership";
DROP TABLE "UnitMembership";
ALTER TABLE "new_UnitMembership" RENAME TO "UnitMembership";
CREATE INDEX "UnitMembership_personId_fromAt_idx" ON "UnitMembership"("personId", "fromAt");
CREATE INDEX "UnitMembership_unitId_fromAt_idx" ON "UnitMembership"("unitId", "fromAt");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;
