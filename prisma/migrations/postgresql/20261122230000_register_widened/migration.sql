-- AlterTable
ALTER TABLE "networks" ADD COLUMN     "geofeedUrl" TEXT;

-- AlterTable
ALTER TABLE "reverse_delegations" ADD COLUMN     "organizationId" TEXT;
