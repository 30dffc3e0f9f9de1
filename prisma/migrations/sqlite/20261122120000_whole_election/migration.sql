-- AlterTable
ALTER TABLE "tie_decisions" ADD COLUMN "runoff" JSONB;
ALTER TABLE "tie_decisions" ADD COLUMN "value" TEXT;

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

-- CreateIndex
CREATE INDEX "draw_announcements_electionId_idx" ON "draw_announcements"("electionId");
