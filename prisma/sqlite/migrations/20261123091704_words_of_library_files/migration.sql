-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_LibraryItem" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "unitId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL DEFAULT '',
    "topic" TEXT NOT NULL,
    "tags" TEXT NOT NULL DEFAULT '[]',
    "source" TEXT NOT NULL,
    "symbol" TEXT NOT NULL DEFAULT '',
    "link" TEXT NOT NULL DEFAULT '',
    "issuedOn" TEXT,
    "asOf" TEXT NOT NULL,
    "mediaId" TEXT,
    "mediaAlt" TEXT NOT NULL DEFAULT '',
    "searchKey" TEXT NOT NULL DEFAULT '',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "retiredAt" DATETIME,
    "createdAt" DATETIME NOT NULL,
    "createdById" TEXT,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "LibraryItem_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_LibraryItem" ("asOf", "body", "createdAt", "createdById", "id", "issuedOn", "kind", "link", "mediaId", "retiredAt", "revision", "searchKey", "source", "symbol", "tags", "title", "topic", "unitId", "updatedAt") SELECT "asOf", "body", "createdAt", "createdById", "id", "issuedOn", "kind", "link", "mediaId", "retiredAt", "revision", "searchKey", "source", "symbol", "tags", "title", "topic", "unitId", "updatedAt" FROM "LibraryItem";
DROP TABLE "LibraryItem";
ALTER TABLE "new_LibraryItem" RENAME TO "LibraryItem";
CREATE INDEX "LibraryItem_unitId_topic_idx" ON "LibraryItem"("unitId", "topic");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;
