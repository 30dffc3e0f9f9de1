-- AlterTable
ALTER TABLE "networks" ADD COLUMN "geofeedUrl" TEXT;
