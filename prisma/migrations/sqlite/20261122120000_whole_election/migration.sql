-- AlterTable
ALTER TABLE "tie_decisions" ADD COLUMN "runoff" JSONB;
ALTER TABLE "tie_decisions" ADD COLUMN "value" TEXT;

-- AlterTable
ALTER TABLE "claims" ADD COLUMN "rollEntryId" TEXT;

-- AlterTable
ALTER TABLE "contests" ADD COLUMN "droppedAt" DATETIME;

-- AlterTable
ALTER TABLE "roll_entries" ADD COLUMN "rollKeyHash" TEXT;

-- CreateTable
CREATE TABLE "conformity_absences" (
    "electionId" TEXT NOT NULL,
    "evidenceHash" TEXT NOT NULL,
    "trusteeIndex" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "reasons" TEXT NOT NULL,
    "enteredBy" TEXT NOT NULL,
    "approvedBy" TEXT NOT NULL,
    "recordedAt" DATETIME NOT NULL,

    PRIMARY KEY ("electionId", "evidenceHash", "trusteeIndex")
);

-- CreateTable
CREATE TABLE "draw_announcements" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "electionId" TEXT NOT NULL,
    "contestPosition" INTEGER NOT NULL,
    "candidates" JSONB NOT NULL,
    "result" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "formKind" TEXT NOT NULL,
    "formLength" INTEGER NOT NULL,
    "availableAt" DATETIME NOT NULL,
    "announcedAt" DATETIME NOT NULL,
    "proposedBy" TEXT NOT NULL,
    "approvedBy" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "preparation_decisions" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "electionId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "proposedByName" TEXT NOT NULL,
    "approvedByName" TEXT NOT NULL,
    "decidedAt" DATETIME NOT NULL
);

-- CreateIndex
CREATE INDEX "draw_announcements_electionId_idx" ON "draw_announcements"("electionId");

-- CreateIndex
CREATE INDEX "preparation_decisions_electionId_idx" ON "preparation_decisions"("electionId");

-- CreateIndex
CREATE INDEX "claims_rollEntryId_idx" ON "claims"("rollEntryId");

-- CreateIndex
CREATE INDEX "roll_entries_electionId_rollKeyHash_idx" ON "roll_entries"("electionId", "rollKeyHash");

-- CreateIndex
CREATE INDEX "roll_entries_electionId_secondKeyHash_idx" ON "roll_entries"("electionId", "secondKeyHash");
