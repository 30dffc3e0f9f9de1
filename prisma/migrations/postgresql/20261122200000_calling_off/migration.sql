-- AlterTable
ALTER TABLE "claims" ADD COLUMN     "filedByEmail" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "rollHolder" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "roll_entries" ADD COLUMN     "holderNumber" INTEGER NOT NULL DEFAULT 1;
