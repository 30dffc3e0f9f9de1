-- CreateTable
CREATE TABLE "legacy_entities" (
    "organizationId" TEXT NOT NULL,
    "receivedFrom" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "markedAt" TIMESTAMP(3) NOT NULL,
    "markedByName" TEXT NOT NULL,

    CONSTRAINT "legacy_entities_pkey" PRIMARY KEY ("organizationId")
);

-- CreateTable
CREATE TABLE "legacy_claims" (
    "id" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "requestedBy" TEXT NOT NULL,
    "evidence" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "passwordHash" TEXT,
    "expiresAt" TIMESTAMP(3),
    "triesLeft" INTEGER NOT NULL DEFAULT 0,
    "openedAt" TIMESTAMP(3) NOT NULL,
    "openedByName" TEXT NOT NULL,
    "issuedAt" TIMESTAMP(3),
    "issuedByName" TEXT NOT NULL DEFAULT '',
    "endedAt" TIMESTAMP(3),
    "endedByName" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "legacy_claims_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "undelegated_ranges" (
    "id" TEXT NOT NULL,
    "registry" TEXT NOT NULL,
    "family" TEXT NOT NULL,
    "start" TEXT NOT NULL,
    "value" INTEGER NOT NULL,
    "date" TEXT NOT NULL,
    "status" TEXT NOT NULL,

    CONSTRAINT "undelegated_ranges_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "statistics_headings" (
    "registry" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "serial" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "since" TEXT NOT NULL,
    "offset" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,

    CONSTRAINT "statistics_headings_pkey" PRIMARY KEY ("registry")
);

-- CreateTable
CREATE TABLE "networks" (
    "id" TEXT NOT NULL,
    "startKey" TEXT COLLATE "C" NOT NULL,
    "endKey" TEXT COLLATE "C" NOT NULL,
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
    "changedAt" TIMESTAMP(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "networks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "autonomous_systems" (
    "id" TEXT NOT NULL,
    "asn" BIGINT NOT NULL,
    "registry" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "routingContactId" TEXT,
    "abuseContactId" TEXT,
    "registeredOn" TEXT NOT NULL,
    "changedAt" TIMESTAMP(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "autonomous_systems_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "registration_versions" (
    "id" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "resource" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "state" JSONB NOT NULL,
    "validFrom" TIMESTAMP(3) NOT NULL,
    "validUntil" TIMESTAMP(3) NOT NULL,
    "isLast" BOOLEAN NOT NULL DEFAULT false,
    "changedByName" TEXT NOT NULL,

    CONSTRAINT "registration_versions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reverse_delegations" (
    "id" TEXT NOT NULL,
    "zoneName" TEXT NOT NULL,
    "startKey" TEXT NOT NULL,
    "endKey" TEXT NOT NULL,
    "prefixLength" INTEGER NOT NULL,
    "changedAt" TIMESTAMP(3) NOT NULL,
    "nextCheckAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "reverse_delegations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reverse_name_servers" (
    "id" TEXT NOT NULL,
    "delegationId" TEXT NOT NULL,
    "host" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "statusAt" TIMESTAMP(3) NOT NULL,
    "lastAuthoritativeAt" TIMESTAMP(3),
    "lameSince" TIMESTAMP(3),
    "firstNoticeAt" TIMESTAMP(3),
    "lastNoticeAt" TIMESTAMP(3),
    "removedAt" TIMESTAMP(3),

    CONSTRAINT "reverse_name_servers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reverse_ds_records" (
    "id" TEXT NOT NULL,
    "delegationId" TEXT NOT NULL,
    "keyTag" INTEGER NOT NULL,
    "algorithm" INTEGER NOT NULL,
    "digestType" INTEGER NOT NULL,
    "digest" TEXT NOT NULL,

    CONSTRAINT "reverse_ds_records_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reverse_zone_files" (
    "apex" TEXT NOT NULL,
    "serial" BIGINT NOT NULL,
    "sha256" TEXT NOT NULL,
    "publishedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "reverse_zone_files_pkey" PRIMARY KEY ("apex")
);

-- CreateTable
CREATE TABLE "sub_assignment_acts" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "block" TEXT NOT NULL,
    "blockHolderId" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "daysTaken" INTEGER NOT NULL DEFAULT 0,
    "sequence" INTEGER NOT NULL,
    "actedAt" TIMESTAMP(3) NOT NULL,
    "actedByName" TEXT NOT NULL,
    "undoneAt" TIMESTAMP(3),
    "undoneByName" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "sub_assignment_acts_pkey" PRIMARY KEY ("id")
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

-- AddForeignKey
ALTER TABLE "reverse_name_servers" ADD CONSTRAINT "reverse_name_servers_delegationId_fkey" FOREIGN KEY ("delegationId") REFERENCES "reverse_delegations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reverse_ds_records" ADD CONSTRAINT "reverse_ds_records_delegationId_fkey" FOREIGN KEY ("delegationId") REFERENCES "reverse_delegations"("id") ON DELETE CASCADE ON UPDATE CASCADE;
