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
