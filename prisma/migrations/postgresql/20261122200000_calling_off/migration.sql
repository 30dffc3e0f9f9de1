-- AlterTable
ALTER TABLE "claims" ADD COLUMN     "filedByEmail" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "rollHolder" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "elections" ADD COLUMN     "cancellation" JSONB,
ADD COLUMN     "cancellationToldAt" TIMESTAMP(3),
ADD COLUMN     "cancelledAt" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "roll_entries" ADD COLUMN     "codeMailKey" TEXT,
ADD COLUMN     "codeMailReturnedAt" TIMESTAMP(3),
ADD COLUMN     "endedKeyHash" TEXT,
ADD COLUMN     "holderNumber" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "preparation_decisions" ADD COLUMN     "toldAt" TIMESTAMP(3);

-- CreateTable
CREATE TABLE "cancelled_processes" (
    "processId" TEXT NOT NULL,
    "cancelledAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "cancelled_processes_pkey" PRIMARY KEY ("processId")
);
