-- AlterTable
ALTER TABLE "office_terms" ADD COLUMN     "accountId" TEXT;

-- AlterTable
ALTER TABLE "claims" ADD COLUMN     "filedByEmail" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "rollHolder" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "elections" ADD COLUMN     "cancellation" JSONB,
ADD COLUMN     "cancellationToldAt" TIMESTAMP(3),
ADD COLUMN     "cancelledAt" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "contests" ADD COLUMN     "extraordinaryReason" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "roll_entries" ADD COLUMN     "codeMailKey" TEXT,
ADD COLUMN     "codeMailReturnedAt" TIMESTAMP(3),
ADD COLUMN     "endedKeyHash" TEXT,
ADD COLUMN     "holderNumber" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "mendedEmail" TEXT;

-- AlterTable
ALTER TABLE "preparation_decisions" ADD COLUMN     "toldAt" TIMESTAMP(3);

-- CreateTable
CREATE TABLE "cancelled_processes" (
    "processId" TEXT NOT NULL,
    "cancelledAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "cancelled_processes_pkey" PRIMARY KEY ("processId")
);

-- CreateTable
CREATE TABLE "proposed_rolls" (
    "proposalId" TEXT NOT NULL,
    "electionId" TEXT NOT NULL,
    "seed" TEXT NOT NULL,
    "lines" TEXT NOT NULL,

    CONSTRAINT "proposed_rolls_pkey" PRIMARY KEY ("proposalId")
);

-- CreateTable
CREATE TABLE "proposed_voters" (
    "id" TEXT NOT NULL,
    "proposalId" TEXT NOT NULL,
    "electionId" TEXT NOT NULL,
    "line" INTEGER NOT NULL,
    "handle" TEXT NOT NULL,
    "organizationName" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "country" TEXT NOT NULL,
    "votes" INTEGER NOT NULL,

    CONSTRAINT "proposed_voters_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "proposed_rolls_electionId_idx" ON "proposed_rolls"("electionId");

-- CreateIndex
CREATE UNIQUE INDEX "proposed_voters_proposalId_line_key" ON "proposed_voters"("proposalId", "line");
