-- CreateTable
CREATE TABLE "legacy_entities" (
    "organizationId" TEXT NOT NULL PRIMARY KEY,
    "receivedFrom" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "markedAt" DATETIME NOT NULL,
    "markedByName" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "legacy_claims" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "organizationId" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "requestedBy" TEXT NOT NULL,
    "evidence" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "passwordHash" TEXT,
    "expiresAt" DATETIME,
    "triesLeft" INTEGER NOT NULL DEFAULT 0,
    "openedAt" DATETIME NOT NULL,
    "openedByName" TEXT NOT NULL,
    "issuedAt" DATETIME,
    "issuedByName" TEXT NOT NULL DEFAULT '',
    "endedAt" DATETIME,
    "endedByName" TEXT NOT NULL DEFAULT ''
);

-- CreateTable
CREATE TABLE "undelegated_ranges" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "registry" TEXT NOT NULL,
    "family" TEXT NOT NULL,
    "start" TEXT NOT NULL,
    "value" INTEGER NOT NULL,
    "date" TEXT NOT NULL,
    "status" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "statistics_headings" (
    "registry" TEXT NOT NULL PRIMARY KEY,
    "version" TEXT NOT NULL,
    "serial" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "since" TEXT NOT NULL,
    "offset" TEXT NOT NULL,
    "sha256" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "networks" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "startKey" TEXT NOT NULL,
    "endKey" TEXT NOT NULL,
    "prefixLength" INTEGER NOT NULL,
    "parentId" TEXT,
    "registry" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "isResidential" BOOLEAN NOT NULL DEFAULT false,
    "technicalContactId" TEXT,
    "abuseContactId" TEXT,
    "originAsn" BIGINT,
    "registeredOn" TEXT NOT NULL,
    "changedAt" DATETIME NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1
);

-- CreateTable
CREATE TABLE "autonomous_systems" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "asn" BIGINT NOT NULL,
    "registry" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "routingContactId" TEXT,
    "abuseContactId" TEXT,
    "registeredOn" TEXT NOT NULL,
    "changedAt" DATETIME NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1
);

-- CreateTable
CREATE TABLE "registration_versions" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "subject" TEXT NOT NULL,
    "resource" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "state" JSONB NOT NULL,
    "validFrom" DATETIME NOT NULL,
    "validUntil" DATETIME NOT NULL,
    "isLast" BOOLEAN NOT NULL DEFAULT false,
    "changedByName" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "reverse_delegations" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "zoneName" TEXT NOT NULL,
    "startKey" TEXT NOT NULL,
    "endKey" TEXT NOT NULL,
    "prefixLength" INTEGER NOT NULL,
    "changedAt" DATETIME NOT NULL,
    "nextCheckAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "reverse_name_servers" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "delegationId" TEXT NOT NULL,
    "host" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "statusAt" DATETIME NOT NULL,
    "lastAuthoritativeAt" DATETIME,
    "lameSince" DATETIME,
    "firstNoticeAt" DATETIME,
    "lastNoticeAt" DATETIME,
    "removedAt" DATETIME,
    CONSTRAINT "reverse_name_servers_delegationId_fkey" FOREIGN KEY ("delegationId") REFERENCES "reverse_delegations" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "reverse_ds_records" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "delegationId" TEXT NOT NULL,
    "keyTag" INTEGER NOT NULL,
    "algorithm" INTEGER NOT NULL,
    "digestType" INTEGER NOT NULL,
    "digest" TEXT NOT NULL,
    CONSTRAINT "reverse_ds_records_delegationId_fkey" FOREIGN KEY ("delegationId") REFERENCES "reverse_delegations" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "reverse_zone_files" (
    "apex" TEXT NOT NULL PRIMARY KEY,
    "serial" BIGINT NOT NULL,
    "sha256" TEXT NOT NULL,
    "publishedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "sub_assignment_acts" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "block" TEXT NOT NULL,
    "blockHolderId" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "daysTaken" INTEGER NOT NULL DEFAULT 0,
    "sequence" INTEGER NOT NULL,
    "actedAt" DATETIME NOT NULL,
    "actedByName" TEXT NOT NULL,
    "undoneAt" DATETIME,
    "undoneByName" TEXT NOT NULL DEFAULT ''
);

-- CreateIndex
CREATE INDEX "legacy_claims_organizationId_idx" ON "legacy_claims"("organizationId");

-- CreateIndex
CREATE INDEX "legacy_claims_accountId_idx" ON "legacy_claims"("accountId");

-- CreateIndex
CREATE INDEX "undelegated_ranges_registry_idx" ON "undelegated_ranges"("registry");

-- CreateIndex
CREATE UNIQUE INDEX "undelegated_ranges_family_start_key" ON "undelegated_ranges"("family", "start");

-- CreateIndex
CREATE INDEX "networks_parentId_idx" ON "networks"("parentId");

-- CreateIndex
CREATE INDEX "networks_organizationId_idx" ON "networks"("organizationId");

-- CreateIndex
CREATE INDEX "networks_technicalContactId_idx" ON "networks"("technicalContactId");

-- CreateIndex
CREATE INDEX "networks_registry_idx" ON "networks"("registry");

-- CreateIndex
CREATE UNIQUE INDEX "networks_startKey_prefixLength_key" ON "networks"("startKey", "prefixLength");

-- CreateIndex
CREATE UNIQUE INDEX "autonomous_systems_asn_key" ON "autonomous_systems"("asn");

-- CreateIndex
CREATE INDEX "autonomous_systems_organizationId_idx" ON "autonomous_systems"("organizationId");

-- CreateIndex
CREATE INDEX "autonomous_systems_routingContactId_idx" ON "autonomous_systems"("routingContactId");

-- CreateIndex
CREATE INDEX "autonomous_systems_registry_idx" ON "autonomous_systems"("registry");

-- CreateIndex
CREATE INDEX "registration_versions_subject_resource_idx" ON "registration_versions"("subject", "resource");

-- CreateIndex
CREATE UNIQUE INDEX "reverse_delegations_zoneName_key" ON "reverse_delegations"("zoneName");

-- CreateIndex
CREATE INDEX "reverse_delegations_startKey_idx" ON "reverse_delegations"("startKey");

-- CreateIndex
CREATE INDEX "reverse_delegations_nextCheckAt_idx" ON "reverse_delegations"("nextCheckAt");

-- CreateIndex
CREATE UNIQUE INDEX "reverse_name_servers_delegationId_host_key" ON "reverse_name_servers"("delegationId", "host");

-- CreateIndex
CREATE UNIQUE INDEX "reverse_ds_records_delegationId_keyTag_algorithm_digestType_key" ON "reverse_ds_records"("delegationId", "keyTag", "algorithm", "digestType");

-- CreateIndex
CREATE INDEX "sub_assignment_acts_block_sequence_idx" ON "sub_assignment_acts"("block", "sequence");

-- CreateIndex
CREATE INDEX "sub_assignment_acts_prefix_idx" ON "sub_assignment_acts"("prefix");
