-- AlterTable
ALTER TABLE "holdings" ADD COLUMN     "decidedAt" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "undelegated_ranges" ADD COLUMN     "decidedAt" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "networks" ADD COLUMN     "geofeedUrl" TEXT;

-- AlterTable
ALTER TABLE "reverse_delegations" ADD COLUMN     "organizationId" TEXT;
