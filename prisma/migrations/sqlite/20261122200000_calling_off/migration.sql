-- AlterTable
ALTER TABLE "office_terms" ADD COLUMN "accountId" TEXT;

-- AlterTable
ALTER TABLE "elections" ADD COLUMN "cancellation" JSONB;
ALTER TABLE "elections" ADD COLUMN "cancellationToldAt" DATETIME;
ALTER TABLE "elections" ADD COLUMN "cancelledAt" DATETIME;

-- AlterTable
ALTER TABLE "preparation_decisions" ADD COLUMN "toldAt" DATETIME;

-- CreateTable
CREATE TABLE "cancelled_processes" (
    "processId" TEXT NOT NULL PRIMARY KEY,
    "cancelledAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "proposed_rolls" (
    "proposalId" TEXT NOT NULL PRIMARY KEY,
    "electionId" TEXT NOT NULL,
    "seed" TEXT NOT NULL,
    "lines" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "proposed_voters" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "proposalId" TEXT NOT NULL,
    "electionId" TEXT NOT NULL,
    "line" INTEGER NOT NULL,
    "handle" TEXT NOT NULL,
    "organizationName" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "country" TEXT NOT NULL,
    "votes" INTEGER NOT NULL
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_claims" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "electionId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "ground" TEXT NOT NULL,
    "subjectId" TEXT,
    "subjectLabel" TEXT NOT NULL DEFAULT '',
    "organizationId" TEXT NOT NULL,
    "organizationHandle" TEXT NOT NULL,
    "organizationName" TEXT NOT NULL,
    "filedBy" TEXT NOT NULL,
    "rollEntryId" TEXT,
    "rollHolder" INTEGER NOT NULL DEFAULT 1,
    "filedByEmail" TEXT NOT NULL DEFAULT '',
    "filedByName" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "text" TEXT,
    "filedAt" DATETIME NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'filed',
    "reviewBegunAt" DATETIME,
    "publication" TEXT NOT NULL DEFAULT 'undecided',
    "publicText" JSONB,
    "publicationBy" TEXT,
    "publicationAt" DATETIME,
    "reasons" TEXT,
    "decidedAt" DATETIME,
    "decidedBy" TEXT,
    "decidedByName" TEXT,
    "followUp" TEXT,
    "followUpAt" DATETIME,
    "followUpBy" TEXT,
    "followUpByName" TEXT
);
INSERT INTO "new_claims" ("decidedAt", "decidedBy", "decidedByName", "electionId", "filedAt", "filedBy", "filedByName", "followUp", "followUpAt", "followUpBy", "followUpByName", "ground", "id", "kind", "language", "number", "organizationHandle", "organizationId", "organizationName", "publicText", "publication", "publicationAt", "publicationBy", "reasons", "reviewBegunAt", "rollEntryId", "state", "subjectId", "subjectLabel", "text") SELECT "decidedAt", "decidedBy", "decidedByName", "electionId", "filedAt", "filedBy", "filedByName", "followUp", "followUpAt", "followUpBy", "followUpByName", "ground", "id", "kind", "language", "number", "organizationHandle", "organizationId", "organizationName", "publicText", "publication", "publicationAt", "publicationBy", "reasons", "reviewBegunAt", "rollEntryId", "state", "subjectId", "subjectLabel", "text" FROM "claims";
DROP TABLE "claims";
ALTER TABLE "new_claims" RENAME TO "claims";
CREATE INDEX "claims_electionId_kind_state_idx" ON "claims"("electionId", "kind", "state");
CREATE INDEX "claims_filedBy_idx" ON "claims"("filedBy");
CREATE INDEX "claims_rollEntryId_idx" ON "claims"("rollEntryId");
CREATE UNIQUE INDEX "claims_electionId_number_key" ON "claims"("electionId", "number");
CREATE TABLE "new_contests" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "electionId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "bodyKey" TEXT,
    "title" JSONB NOT NULL,
    "description" JSONB NOT NULL,
    "seats" INTEGER NOT NULL DEFAULT 1,
    "minChoices" INTEGER NOT NULL,
    "maxChoices" INTEGER NOT NULL,
    "allowsBlank" BOOLEAN NOT NULL DEFAULT true,
    "rules" JSONB,
    "staying" JSONB,
    "termsBeginOn" TEXT,
    "extraordinaryReason" TEXT NOT NULL DEFAULT '',
    "droppedAt" DATETIME,
    CONSTRAINT "contests_electionId_fkey" FOREIGN KEY ("electionId") REFERENCES "elections" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_contests" ("allowsBlank", "bodyKey", "description", "droppedAt", "electionId", "id", "kind", "maxChoices", "minChoices", "position", "rules", "seats", "staying", "termsBeginOn", "title") SELECT "allowsBlank", "bodyKey", "description", "droppedAt", "electionId", "id", "kind", "maxChoices", "minChoices", "position", "rules", "seats", "staying", "termsBeginOn", "title" FROM "contests";
DROP TABLE "contests";
ALTER TABLE "new_contests" RENAME TO "contests";
CREATE UNIQUE INDEX "contests_electionId_position_key" ON "contests"("electionId", "position");
CREATE TABLE "new_roll_entries" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "electionId" TEXT NOT NULL,
    "organizationId" TEXT,
    "organizationHandle" TEXT NOT NULL,
    "organizationName" TEXT NOT NULL,
    "country" TEXT NOT NULL,
    "class" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "votes" INTEGER NOT NULL,
    "explanation" JSONB NOT NULL,
    "contactAccountId" TEXT,
    "contactName" TEXT NOT NULL,
    "contactEmail" TEXT NOT NULL,
    "contactLanguage" TEXT NOT NULL,
    "mendedEmail" TEXT,
    "isDelegated" BOOLEAN NOT NULL DEFAULT false,
    "holderNumber" INTEGER NOT NULL DEFAULT 1,
    "channel" TEXT NOT NULL DEFAULT 'account',
    "rollChannel" TEXT NOT NULL DEFAULT 'account',
    "accessKeyHash" TEXT,
    "secondKeyHash" TEXT,
    "codeMailKey" TEXT,
    "codeMailReturnedAt" DATETIME,
    "endedKeyHash" TEXT,
    "rollKeyHash" TEXT,
    "eligibilityTag" TEXT,
    "sealedVotingCode" TEXT,
    "hasVoted" BOOLEAN NOT NULL DEFAULT false,
    "lastVotedOn" TEXT,
    "ruleVersion" TEXT NOT NULL DEFAULT '',
    "salt" TEXT NOT NULL DEFAULT '',
    "privateHash" TEXT NOT NULL DEFAULT '',
    "searchText" TEXT NOT NULL DEFAULT '',
    "struckAt" DATETIME
);
INSERT INTO "new_roll_entries" ("accessKeyHash", "category", "channel", "class", "contactAccountId", "contactEmail", "contactLanguage", "contactName", "country", "electionId", "eligibilityTag", "explanation", "hasVoted", "id", "isDelegated", "lastVotedOn", "organizationHandle", "organizationId", "organizationName", "privateHash", "rollChannel", "rollKeyHash", "ruleVersion", "salt", "sealedVotingCode", "searchText", "secondKeyHash", "struckAt", "votes") SELECT "accessKeyHash", "category", "channel", "class", "contactAccountId", "contactEmail", "contactLanguage", "contactName", "country", "electionId", "eligibilityTag", "explanation", "hasVoted", "id", "isDelegated", "lastVotedOn", "organizationHandle", "organizationId", "organizationName", "privateHash", "rollChannel", "rollKeyHash", "ruleVersion", "salt", "sealedVotingCode", "searchText", "secondKeyHash", "struckAt", "votes" FROM "roll_entries";
DROP TABLE "roll_entries";
ALTER TABLE "new_roll_entries" RENAME TO "roll_entries";
CREATE INDEX "roll_entries_contactAccountId_idx" ON "roll_entries"("contactAccountId");
CREATE INDEX "roll_entries_electionId_accessKeyHash_idx" ON "roll_entries"("electionId", "accessKeyHash");
CREATE INDEX "roll_entries_electionId_organizationHandle_idx" ON "roll_entries"("electionId", "organizationHandle");
CREATE INDEX "roll_entries_electionId_rollKeyHash_idx" ON "roll_entries"("electionId", "rollKeyHash");
CREATE INDEX "roll_entries_electionId_secondKeyHash_idx" ON "roll_entries"("electionId", "secondKeyHash");
CREATE UNIQUE INDEX "roll_entries_electionId_organizationId_key" ON "roll_entries"("electionId", "organizationId");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "proposed_rolls_electionId_idx" ON "proposed_rolls"("electionId");

-- CreateIndex
CREATE UNIQUE INDEX "proposed_voters_proposalId_line_key" ON "proposed_voters"("proposalId", "line");
