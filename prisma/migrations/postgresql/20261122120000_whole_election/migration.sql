-- AlterTable
ALTER TABLE "tie_decisions" ADD COLUMN     "runoff" JSONB,
ADD COLUMN     "value" TEXT;

-- CreateTable
CREATE TABLE "draw_announcements" (
    "id" TEXT NOT NULL,
    "electionId" TEXT NOT NULL,
    "contestPosition" INTEGER NOT NULL,
    "candidates" JSONB NOT NULL,
    "result" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "formKind" TEXT NOT NULL,
    "formLength" INTEGER NOT NULL,
    "availableAt" TIMESTAMP(3) NOT NULL,
    "announcedAt" TIMESTAMP(3) NOT NULL,
    "proposedBy" TEXT NOT NULL,
    "approvedBy" TEXT NOT NULL,

    CONSTRAINT "draw_announcements_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "draw_announcements_electionId_idx" ON "draw_announcements"("electionId");
