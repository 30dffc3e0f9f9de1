-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "accounts" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'es',
    "isActive" BOOLEAN NOT NULL DEFAULT true,
    "isDemonstration" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "passwordHash" TEXT,
    "mustChangePassword" BOOLEAN NOT NULL DEFAULT false,
    "totpSecret" TEXT,
    "totpEnabledAt" TIMESTAMP(3),
    "totpLastStep" INTEGER,

    CONSTRAINT "accounts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "lastSeenAt" TIMESTAMP(3) NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "steppedUpAt" TIMESTAMP(3),
    "device" TEXT NOT NULL,

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recovery_codes" (
    "id" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "codeHash" TEXT NOT NULL,
    "usedAt" TIMESTAMP(3),

    CONSTRAINT "recovery_codes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "password_resets" (
    "id" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "usedAt" TIMESTAMP(3),

    CONSTRAINT "password_resets_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "role_grants" (
    "id" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "grantedAt" TIMESTAMP(3) NOT NULL,
    "grantedBy" TEXT NOT NULL,
    "expiresAt" TIMESTAMP(3),

    CONSTRAINT "role_grants_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "alerts" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "details" JSONB NOT NULL,
    "raisedAt" TIMESTAMP(3) NOT NULL,
    "clearedAt" TIMESTAMP(3),
    "acknowledgedAt" TIMESTAMP(3),
    "acknowledgedBy" TEXT,
    "acknowledgedByName" TEXT,
    "remark" TEXT,

    CONSTRAINT "alerts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "approvals" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subjectType" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "subjectTitle" JSONB NOT NULL,
    "payload" JSONB NOT NULL,
    "changes" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'proposed',
    "proposedBy" TEXT NOT NULL,
    "proposedByName" TEXT NOT NULL,
    "proposedAt" TIMESTAMP(3) NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "decidedBy" TEXT,
    "decidedByName" TEXT,
    "decidedAt" TIMESTAMP(3),
    "decisionReason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "approvals_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_entries" (
    "sequence" INTEGER NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "actorKind" TEXT NOT NULL,
    "actorId" TEXT,
    "actorName" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subjectType" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "changes" JSONB NOT NULL,
    "details" JSONB NOT NULL,
    "salt" TEXT NOT NULL,
    "previousHash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_entries_pkey" PRIMARY KEY ("sequence")
);

-- CreateTable
CREATE TABLE "audit_tail" (
    "id" INTEGER NOT NULL,
    "sequence" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_tail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "log_checkpoints" (
    "size" INTEGER NOT NULL,
    "root" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "log_checkpoints_pkey" PRIMARY KEY ("size")
);

-- CreateTable
CREATE TABLE "log_witnesses" (
    "name" TEXT NOT NULL,
    "verificationKey" TEXT NOT NULL,
    "url" TEXT,
    "knownSize" INTEGER NOT NULL DEFAULT 0,
    "lastCosignedAt" TIMESTAMP(3),
    "trouble" TEXT,
    "addedAt" TIMESTAMP(3) NOT NULL,
    "addedBy" TEXT NOT NULL,

    CONSTRAINT "log_witnesses_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "log_cosignatures" (
    "size" INTEGER NOT NULL,
    "witnessName" TEXT NOT NULL,
    "cosignedAt" TIMESTAMP(3) NOT NULL,
    "line" TEXT NOT NULL,

    CONSTRAINT "log_cosignatures_pkey" PRIMARY KEY ("size","witnessName")
);

-- CreateTable
CREATE TABLE "bodies" (
    "key" TEXT NOT NULL,
    "names" JSONB NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "createdBy" TEXT NOT NULL,

    CONSTRAINT "bodies_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "body_rules" (
    "id" TEXT NOT NULL,
    "bodyKey" TEXT NOT NULL,
    "effectiveFrom" TEXT NOT NULL,
    "isAssumed" BOOLEAN NOT NULL,
    "source" TEXT NOT NULL,
    "document" JSONB NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "createdBy" TEXT NOT NULL,

    CONSTRAINT "body_rules_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "office_terms" (
    "id" TEXT NOT NULL,
    "bodyKey" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "citizenships" JSONB NOT NULL,
    "employerGroup" TEXT NOT NULL,
    "rank" INTEGER,
    "from" TEXT NOT NULL,
    "until" TEXT NOT NULL,
    "endedOn" TEXT,
    "endReason" TEXT NOT NULL DEFAULT '',
    "source" TEXT NOT NULL,
    "electionId" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "createdBy" TEXT NOT NULL,

    CONSTRAINT "office_terms_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calendars" (
    "processId" TEXT NOT NULL,
    "template" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "publishedAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL,
    "changedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "calendars_pkey" PRIMARY KEY ("processId")
);

-- CreateTable
CREATE TABLE "calendar_stages" (
    "id" TEXT NOT NULL,
    "processId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "opensAt" TIMESTAMP(3) NOT NULL,
    "closesAt" TIMESTAMP(3),
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "changedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "calendar_stages_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "campaign_texts" (
    "electionId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "texts" JSONB NOT NULL,
    "changedAt" TIMESTAMP(3) NOT NULL,
    "changedBy" TEXT NOT NULL,

    CONSTRAINT "campaign_texts_pkey" PRIMARY KEY ("electionId","kind")
);

-- CreateTable
CREATE TABLE "campaigns" (
    "id" TEXT NOT NULL,
    "electionId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "texts" JSONB NOT NULL,
    "audience" TEXT NOT NULL,
    "countries" JSONB NOT NULL,
    "languages" JSONB NOT NULL,
    "followsStage" BOOLEAN NOT NULL DEFAULT false,
    "scheduledFor" TIMESTAMP(3) NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'planned',
    "createdAt" TIMESTAMP(3) NOT NULL,
    "createdBy" TEXT NOT NULL,
    "startedAt" TIMESTAMP(3),
    "finishedAt" TIMESTAMP(3),
    "expectedMails" INTEGER,
    "queuedMails" INTEGER NOT NULL DEFAULT 0,
    "recipientsHash" TEXT,
    "proofHash" TEXT,
    "totals" JSONB,

    CONSTRAINT "campaigns_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "campaign_recipients" (
    "id" TEXT NOT NULL,
    "campaignId" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "addressHash" TEXT NOT NULL,

    CONSTRAINT "campaign_recipients_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "candidacies" (
    "id" TEXT NOT NULL,
    "electionId" TEXT NOT NULL,
    "contestId" TEXT NOT NULL,
    "organizationId" TEXT,
    "organizationName" TEXT,
    "nominatorAccountId" TEXT NOT NULL,
    "nominatorName" TEXT NOT NULL,
    "nominatedAt" TIMESTAMP(3) NOT NULL,
    "nominatorStanding" JSONB NOT NULL,
    "isSelfNomination" BOOLEAN NOT NULL,
    "statement" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "country" TEXT NOT NULL,
    "citizenships" JSONB NOT NULL,
    "employer" TEXT NOT NULL,
    "employerGroup" TEXT NOT NULL,
    "acceptedAt" TIMESTAMP(3),
    "declinedAt" TIMESTAMP(3),
    "biography" JSONB NOT NULL,
    "links" JSONB NOT NULL,
    "decision" TEXT,
    "decidedAt" TIMESTAMP(3),
    "correctUntil" TIMESTAMP(3),
    "publishedAt" TIMESTAMP(3),
    "withdrawnAt" TIMESTAMP(3),
    "withdrawalReason" TEXT,

    CONSTRAINT "candidacies_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "candidacy_photos" (
    "candidacyId" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "changedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "candidacy_photos_pkey" PRIMARY KEY ("candidacyId")
);

-- CreateTable
CREATE TABLE "questionnaire_templates" (
    "id" TEXT NOT NULL,
    "bodyKey" TEXT NOT NULL,
    "effectiveFrom" TEXT NOT NULL,
    "isAssumed" BOOLEAN NOT NULL,
    "source" TEXT NOT NULL,
    "document" JSONB NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "createdBy" TEXT NOT NULL,

    CONSTRAINT "questionnaire_templates_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "questionnaire_answers" (
    "candidacyId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "answers" JSONB NOT NULL,
    "savedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "questionnaire_answers_pkey" PRIMARY KEY ("candidacyId","version")
);

-- CreateTable
CREATE TABLE "endorsements" (
    "id" TEXT NOT NULL,
    "candidacyId" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "organizationName" TEXT NOT NULL,
    "askedAt" TIMESTAMP(3),
    "accountId" TEXT,
    "personName" TEXT,
    "givenAt" TIMESTAMP(3),
    "declinedAt" TIMESTAMP(3),

    CONSTRAINT "endorsements_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "candidacy_conflicts" (
    "id" TEXT NOT NULL,
    "candidacyId" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "hasConflict" BOOLEAN NOT NULL,
    "explanation" TEXT NOT NULL,
    "declaredAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "candidacy_conflicts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "candidacy_decisions" (
    "id" TEXT NOT NULL,
    "candidacyId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "reasons" TEXT NOT NULL,
    "checks" JSONB NOT NULL,
    "answersVersion" INTEGER NOT NULL,
    "fileHash" TEXT NOT NULL,
    "decidedBy" TEXT NOT NULL,
    "decidedByName" TEXT NOT NULL,
    "decidedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "candidacy_decisions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "candidacy_changes" (
    "id" TEXT NOT NULL,
    "candidacyId" TEXT NOT NULL,
    "electionId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "changes" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "proposalId" TEXT NOT NULL,
    "proposedByName" TEXT NOT NULL,
    "approvedByName" TEXT NOT NULL,
    "decidedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "candidacy_changes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "candidate_questions" (
    "id" TEXT NOT NULL,
    "electionId" TEXT NOT NULL,
    "contestId" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "personName" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "organizationName" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "askedAt" TIMESTAMP(3) NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "publicText" TEXT,
    "moderationReason" TEXT,
    "moderatedBy" TEXT,
    "moderatedAt" TIMESTAMP(3),

    CONSTRAINT "candidate_questions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "candidate_answers" (
    "questionId" TEXT NOT NULL,
    "candidacyId" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "answeredAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "candidate_answers_pkey" PRIMARY KEY ("questionId","candidacyId")
);

-- CreateTable
CREATE TABLE "certificates" (
    "electionId" TEXT NOT NULL,
    "evidenceHash" TEXT NOT NULL,
    "groundHash" TEXT NOT NULL,
    "assembledAt" TIMESTAMP(3) NOT NULL,
    "bundleHash" TEXT NOT NULL,
    "officialAt" TIMESTAMP(3),
    "proposedBy" TEXT NOT NULL DEFAULT '',
    "approvedBy" TEXT NOT NULL DEFAULT '',
    "laterLog" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "certificates_pkey" PRIMARY KEY ("electionId")
);

-- CreateTable
CREATE TABLE "evidence_files" (
    "electionId" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "body" TEXT NOT NULL,

    CONSTRAINT "evidence_files_pkey" PRIMARY KEY ("electionId","path")
);

-- CreateTable
CREATE TABLE "conformities" (
    "electionId" TEXT NOT NULL,
    "evidenceHash" TEXT NOT NULL,
    "trusteeIndex" INTEGER NOT NULL,
    "accountId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "reasons" TEXT NOT NULL,
    "signature" TEXT NOT NULL,
    "signedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "conformities_pkey" PRIMARY KEY ("electionId","evidenceHash","trusteeIndex")
);

-- CreateTable
CREATE TABLE "tie_decisions" (
    "id" TEXT NOT NULL,
    "electionId" TEXT NOT NULL,
    "contestPosition" INTEGER NOT NULL,
    "method" TEXT NOT NULL,
    "order" JSONB NOT NULL,
    "decidedOn" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "enteredBy" TEXT NOT NULL,
    "approvedBy" TEXT NOT NULL,
    "recordedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "tie_decisions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "claims" (
    "id" TEXT NOT NULL,
    "electionId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "ground" TEXT NOT NULL,
    "subjectId" TEXT,
    "subjectLabel" TEXT NOT NULL DEFAULT '',
    "organizationId" TEXT NOT NULL,
    "organizationHandle" TEXT NOT NULL,
    "organizationName" TEXT NOT NULL,
    "filedBy" TEXT NOT NULL,
    "filedByName" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "text" TEXT,
    "filedAt" TIMESTAMP(3) NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'filed',
    "reviewBegunAt" TIMESTAMP(3),
    "publication" TEXT NOT NULL DEFAULT 'undecided',
    "publicText" JSONB,
    "publicationBy" TEXT,
    "publicationAt" TIMESTAMP(3),
    "reasons" TEXT,
    "decidedAt" TIMESTAMP(3),
    "decidedBy" TEXT,
    "decidedByName" TEXT,
    "followUp" TEXT,
    "followUpAt" TIMESTAMP(3),
    "followUpBy" TEXT,
    "followUpByName" TEXT,

    CONSTRAINT "claims_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "claim_conflicts" (
    "id" TEXT NOT NULL,
    "claimId" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "declaredAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "claim_conflicts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dress_rehearsals" (
    "id" TEXT NOT NULL,
    "electionId" TEXT NOT NULL,
    "begunAt" TIMESTAMP(3) NOT NULL,
    "contests" JSONB NOT NULL,
    "report" JSONB,
    "reportHash" TEXT,

    CONSTRAINT "dress_rehearsals_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rehearsal_parts" (
    "rehearsalId" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "choices" JSONB NOT NULL,

    CONSTRAINT "rehearsal_parts_pkey" PRIMARY KEY ("rehearsalId","accountId")
);

-- CreateTable
CREATE TABLE "rehearsal_signatures" (
    "rehearsalId" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "reportHash" TEXT NOT NULL,
    "signedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "rehearsal_signatures_pkey" PRIMARY KEY ("rehearsalId","accountId")
);

-- CreateTable
CREATE TABLE "elections" (
    "id" TEXT NOT NULL,
    "title" JSONB NOT NULL,
    "description" JSONB NOT NULL,
    "isTest" BOOLEAN NOT NULL DEFAULT false,
    "electorate" TEXT NOT NULL DEFAULT 'organizations',
    "hasCall" BOOLEAN NOT NULL DEFAULT false,
    "group" TEXT NOT NULL,
    "trusteeThreshold" INTEGER NOT NULL,
    "rollDate" TEXT NOT NULL,
    "coolingOffDays" INTEGER NOT NULL DEFAULT 0,
    "opensAt" TIMESTAMP(3) NOT NULL,
    "closesAt" TIMESTAMP(3) NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "createdBy" TEXT NOT NULL,
    "rollFrozenAt" TIMESTAMP(3),
    "rollRoot" TEXT,
    "rollVersion" INTEGER NOT NULL DEFAULT 0,
    "credentialAuthorityId" TEXT,
    "credentialsPayload" TEXT,
    "trusteesPayload" TEXT,
    "rehearsalPayload" TEXT,
    "rehearsalNumber" INTEGER,
    "electionPayload" TEXT,
    "sealedAt" TIMESTAMP(3),
    "closedAt" TIMESTAMP(3),
    "encryptedTally" TEXT,
    "countedBallots" INTEGER,
    "countedWeight" INTEGER,
    "resultAt" TIMESTAMP(3),
    "resultPayload" TEXT,
    "archiveTimestamp" TEXT,
    "recordCount" INTEGER NOT NULL DEFAULT 0,
    "eventCount" INTEGER NOT NULL DEFAULT 0,
    "lastEventHash" TEXT,
    "ballotCount" INTEGER NOT NULL DEFAULT 0,
    "countSeries" INTEGER NOT NULL DEFAULT 0,
    "boxRecordCount" INTEGER,

    CONSTRAINT "elections_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contests" (
    "id" TEXT NOT NULL,
    "electionId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "bodyKey" TEXT,
    "title" JSONB NOT NULL,
    "description" JSONB NOT NULL,
    "seats" INTEGER NOT NULL DEFAULT 1,
    "minChoices" INTEGER NOT NULL,
    "maxChoices" INTEGER NOT NULL,
    "allowsBlank" BOOLEAN NOT NULL DEFAULT true,
    "rules" JSONB,
    "staying" JSONB,
    "termsBeginOn" TEXT,

    CONSTRAINT "contests_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "candidates" (
    "id" TEXT NOT NULL,
    "contestId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "country" TEXT NOT NULL DEFAULT '',
    "citizenships" JSONB NOT NULL DEFAULT '[]',
    "employerGroup" TEXT NOT NULL DEFAULT '',
    "biography" JSONB NOT NULL,
    "candidacyId" TEXT,
    "accountId" TEXT,
    "withdrawnAt" TIMESTAMP(3),

    CONSTRAINT "candidates_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "roll_entries" (
    "id" TEXT NOT NULL,
    "electionId" TEXT NOT NULL,
    "organizationId" TEXT,
    "organizationHandle" TEXT NOT NULL,
    "organizationName" TEXT NOT NULL,
    "country" TEXT NOT NULL,
    "class" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "votes" INTEGER NOT NULL,
    "explanation" JSONB NOT NULL,
    "contactAccountId" TEXT,
    "contactName" TEXT NOT NULL,
    "contactEmail" TEXT NOT NULL,
    "contactLanguage" TEXT NOT NULL,
    "isDelegated" BOOLEAN NOT NULL DEFAULT false,
    "channel" TEXT NOT NULL DEFAULT 'account',
    "rollChannel" TEXT NOT NULL DEFAULT 'account',
    "accessKeyHash" TEXT,
    "secondKeyHash" TEXT,
    "eligibilityTag" TEXT,
    "sealedVotingCode" TEXT,
    "hasVoted" BOOLEAN NOT NULL DEFAULT false,
    "lastVotedOn" TEXT,
    "ruleVersion" TEXT NOT NULL DEFAULT '',
    "salt" TEXT NOT NULL DEFAULT '',
    "privateHash" TEXT NOT NULL DEFAULT '',
    "searchText" TEXT NOT NULL DEFAULT '',
    "struckAt" TIMESTAMP(3),

    CONSTRAINT "roll_entries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "trustees" (
    "id" TEXT NOT NULL,
    "electionId" TEXT NOT NULL,
    "index" INTEGER NOT NULL,
    "accountId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "certificate" TEXT,
    "shareRecipient" TEXT,
    "polynomial" TEXT,
    "sealedShares" JSONB,
    "verificationKey" TEXT,
    "rehearsal" TEXT,
    "rehearsedAt" TIMESTAMP(3),
    "partialDecryption" TEXT,
    "decryptedAt" TIMESTAMP(3),

    CONSTRAINT "trustees_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "archive_records" (
    "electionId" TEXT NOT NULL,
    "series" INTEGER NOT NULL DEFAULT 0,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "eventType" TEXT,
    "hash" TEXT NOT NULL,
    "body" TEXT NOT NULL,

    CONSTRAINT "archive_records_pkey" PRIMARY KEY ("electionId","series","position")
);

-- CreateTable
CREATE TABLE "ballots" (
    "electionId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "tracker" TEXT NOT NULL,
    "credential" TEXT NOT NULL,
    "weight" INTEGER NOT NULL,

    CONSTRAINT "ballots_pkey" PRIMARY KEY ("electionId","position")
);

-- CreateTable
CREATE TABLE "roll_omissions" (
    "electionId" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "handle" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "country" TEXT NOT NULL,
    "class" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "votes" INTEGER NOT NULL,
    "reasons" JSONB NOT NULL,

    CONSTRAINT "roll_omissions_pkey" PRIMARY KEY ("electionId","organizationId")
);

-- CreateTable
CREATE TABLE "roll_changes" (
    "electionId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "rollEntryId" TEXT NOT NULL,
    "handle" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "changes" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "claimId" TEXT,
    "proposalId" TEXT,
    "proposedByName" TEXT NOT NULL,
    "proposedByRoles" JSONB NOT NULL,
    "approvedByName" TEXT NOT NULL,
    "approvedByRoles" JSONB NOT NULL,
    "rootBefore" TEXT NOT NULL,
    "root" TEXT NOT NULL,
    "decidedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "roll_changes_pkey" PRIMARY KEY ("electionId","version")
);

-- CreateTable
CREATE TABLE "roll_signatures" (
    "electionId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "root" TEXT NOT NULL,
    "trusteeIndex" INTEGER NOT NULL,
    "accountId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "signature" TEXT NOT NULL,
    "signedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "roll_signatures_pkey" PRIMARY KEY ("electionId","version","trusteeIndex")
);

-- CreateTable
CREATE TABLE "contact_confirmations" (
    "electionId" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "organizationHandle" TEXT NOT NULL,
    "organizationName" TEXT NOT NULL,
    "country" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "askedAt" TIMESTAMP(3) NOT NULL,
    "remindedAt" TIMESTAMP(3),
    "confirmedAt" TIMESTAMP(3),
    "correctedAt" TIMESTAMP(3),
    "remark" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "contact_confirmations_pkey" PRIMARY KEY ("electionId","organizationId","accountId")
);

-- CreateTable
CREATE TABLE "spoiled_ballots" (
    "electionId" TEXT NOT NULL,
    "tracker" TEXT NOT NULL,

    CONSTRAINT "spoiled_ballots_pkey" PRIMARY KEY ("electionId","tracker")
);

-- CreateTable
CREATE TABLE "disputes" (
    "id" TEXT NOT NULL,
    "electionId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "rollEntryId" TEXT,
    "tracker" TEXT,
    "label" TEXT NOT NULL,
    "claimId" TEXT,
    "reason" TEXT NOT NULL,
    "filedBy" TEXT NOT NULL,
    "filedByName" TEXT NOT NULL,
    "filedAt" TIMESTAMP(3) NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "decisionReason" TEXT NOT NULL DEFAULT '',
    "decidedByNames" TEXT NOT NULL DEFAULT '',
    "decidedAt" TIMESTAMP(3),
    "credential" TEXT,

    CONSTRAINT "disputes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "imported_voters" (
    "id" TEXT NOT NULL,
    "electionId" TEXT NOT NULL,
    "line" INTEGER NOT NULL,
    "handle" TEXT NOT NULL,
    "organizationName" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "country" TEXT NOT NULL,
    "votes" INTEGER NOT NULL,

    CONSTRAINT "imported_voters_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assisted_votes" (
    "id" TEXT NOT NULL,
    "electionId" TEXT NOT NULL,
    "rollEntryId" TEXT NOT NULL,
    "proposalId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "approvedAt" TIMESTAMP(3) NOT NULL,
    "isCast" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "assisted_votes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "delegation_rules" (
    "electionId" TEXT NOT NULL,
    "capPerPerson" INTEGER NOT NULL,
    "endsAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "delegation_rules_pkey" PRIMARY KEY ("electionId")
);

-- CreateTable
CREATE TABLE "delegations" (
    "id" TEXT NOT NULL,
    "electionId" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "organizationHandle" TEXT NOT NULL,
    "organizationName" TEXT NOT NULL,
    "grantedBy" TEXT NOT NULL,
    "grantedByName" TEXT NOT NULL,
    "grantedAt" TIMESTAMP(3) NOT NULL,
    "delegateId" TEXT NOT NULL,
    "delegateName" TEXT NOT NULL,
    "delegateUserId" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'offered',
    "acceptedAt" TIMESTAMP(3),
    "endedAt" TIMESTAMP(3),

    CONSTRAINT "delegations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership_rules" (
    "id" TEXT NOT NULL,
    "effectiveFrom" TEXT NOT NULL,
    "isAssumed" BOOLEAN NOT NULL,
    "source" TEXT NOT NULL,
    "document" JSONB NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "createdBy" TEXT NOT NULL,

    CONSTRAINT "membership_rules_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "memberships" (
    "id" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "class" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "until" TEXT,

    CONSTRAINT "memberships_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "debt_flags" (
    "id" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "until" TEXT,
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "debt_flags_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outgoing_mails" (
    "id" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "template" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "toAddress" TEXT NOT NULL,
    "deduplication" TEXT NOT NULL,
    "subjectType" TEXT,
    "subjectId" TEXT,
    "sealed" TEXT,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "nextAttemptAt" TIMESTAMP(3) NOT NULL,
    "urgency" INTEGER NOT NULL DEFAULT 1,
    "claimedAt" TIMESTAMP(3),
    "sentAt" TIMESTAMP(3),
    "lastError" TEXT,
    "smtpAnswer" TEXT,
    "messageId" TEXT,
    "returnToken" TEXT,
    "bouncedAt" TIMESTAMP(3),

    CONSTRAINT "outgoing_mails_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "undeliverable_addresses" (
    "address" TEXT NOT NULL,
    "since" TIMESTAMP(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "undeliverable_addresses_pkey" PRIMARY KEY ("address")
);

-- CreateTable
CREATE TABLE "organizations" (
    "id" TEXT NOT NULL,
    "handle" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "country" TEXT NOT NULL,
    "registry" TEXT,
    "opaqueId" TEXT,
    "street" TEXT NOT NULL DEFAULT '',
    "city" TEXT NOT NULL DEFAULT '',
    "postalCode" TEXT NOT NULL DEFAULT '',
    "phone" TEXT NOT NULL DEFAULT '',
    "isDemonstration" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "searchText" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "organizations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organization_contacts" (
    "id" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "since" TIMESTAMP(3) NOT NULL,
    "grantedByName" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "organization_contacts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "former_contacts" (
    "id" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "since" TIMESTAMP(3) NOT NULL,
    "until" TIMESTAMP(3) NOT NULL,
    "grantedByName" TEXT NOT NULL,
    "replacedByName" TEXT NOT NULL,

    CONSTRAINT "former_contacts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "settings" (
    "key" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "settings_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "rate_limits" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "expire" TIMESTAMP(3),

    CONSTRAINT "rate_limits_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "holdings" (
    "id" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "registry" TEXT NOT NULL,
    "family" TEXT NOT NULL,
    "start" TEXT NOT NULL,
    "value" INTEGER NOT NULL,
    "country" TEXT NOT NULL,
    "date" TEXT NOT NULL,
    "status" TEXT NOT NULL,

    CONSTRAINT "holdings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "register_imports" (
    "id" TEXT NOT NULL,
    "importedAt" TIMESTAMP(3) NOT NULL,
    "fileName" TEXT NOT NULL,
    "serial" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "report" JSONB NOT NULL,

    CONSTRAINT "register_imports_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "accounts_userId_key" ON "accounts"("userId");

-- CreateIndex
CREATE INDEX "accounts_name_idx" ON "accounts"("name");

-- CreateIndex
CREATE INDEX "accounts_email_idx" ON "accounts"("email");

-- CreateIndex
CREATE UNIQUE INDEX "sessions_tokenHash_key" ON "sessions"("tokenHash");

-- CreateIndex
CREATE INDEX "sessions_accountId_idx" ON "sessions"("accountId");

-- CreateIndex
CREATE INDEX "recovery_codes_accountId_idx" ON "recovery_codes"("accountId");

-- CreateIndex
CREATE UNIQUE INDEX "password_resets_tokenHash_key" ON "password_resets"("tokenHash");

-- CreateIndex
CREATE INDEX "password_resets_accountId_idx" ON "password_resets"("accountId");

-- CreateIndex
CREATE UNIQUE INDEX "role_grants_accountId_role_key" ON "role_grants"("accountId", "role");

-- CreateIndex
CREATE INDEX "alerts_acknowledgedAt_idx" ON "alerts"("acknowledgedAt");

-- CreateIndex
CREATE INDEX "alerts_kind_subject_idx" ON "alerts"("kind", "subject");

-- CreateIndex
CREATE INDEX "approvals_state_kind_idx" ON "approvals"("state", "kind");

-- CreateIndex
CREATE INDEX "approvals_subjectType_subjectId_idx" ON "approvals"("subjectType", "subjectId");

-- CreateIndex
CREATE UNIQUE INDEX "audit_entries_hash_key" ON "audit_entries"("hash");

-- CreateIndex
CREATE INDEX "audit_entries_subjectType_subjectId_idx" ON "audit_entries"("subjectType", "subjectId");

-- CreateIndex
CREATE INDEX "audit_entries_action_idx" ON "audit_entries"("action");

-- CreateIndex
CREATE UNIQUE INDEX "body_rules_bodyKey_effectiveFrom_key" ON "body_rules"("bodyKey", "effectiveFrom");

-- CreateIndex
CREATE INDEX "office_terms_bodyKey_idx" ON "office_terms"("bodyKey");

-- CreateIndex
CREATE UNIQUE INDEX "calendar_stages_processId_kind_key" ON "calendar_stages"("processId", "kind");

-- CreateIndex
CREATE INDEX "campaigns_electionId_state_idx" ON "campaigns"("electionId", "state");

-- CreateIndex
CREATE INDEX "campaigns_state_scheduledFor_idx" ON "campaigns"("state", "scheduledFor");

-- CreateIndex
CREATE INDEX "campaign_recipients_campaignId_addressHash_idx" ON "campaign_recipients"("campaignId", "addressHash");

-- CreateIndex
CREATE UNIQUE INDEX "campaign_recipients_campaignId_subjectId_key" ON "campaign_recipients"("campaignId", "subjectId");

-- CreateIndex
CREATE INDEX "candidacies_contestId_idx" ON "candidacies"("contestId");

-- CreateIndex
CREATE INDEX "candidacies_electionId_idx" ON "candidacies"("electionId");

-- CreateIndex
CREATE INDEX "candidacies_accountId_idx" ON "candidacies"("accountId");

-- CreateIndex
CREATE INDEX "candidacies_organizationId_idx" ON "candidacies"("organizationId");

-- CreateIndex
CREATE UNIQUE INDEX "questionnaire_templates_bodyKey_effectiveFrom_key" ON "questionnaire_templates"("bodyKey", "effectiveFrom");

-- CreateIndex
CREATE INDEX "endorsements_organizationId_idx" ON "endorsements"("organizationId");

-- CreateIndex
CREATE UNIQUE INDEX "endorsements_candidacyId_organizationId_key" ON "endorsements"("candidacyId", "organizationId");

-- CreateIndex
CREATE INDEX "candidacy_conflicts_candidacyId_accountId_idx" ON "candidacy_conflicts"("candidacyId", "accountId");

-- CreateIndex
CREATE INDEX "candidacy_decisions_candidacyId_idx" ON "candidacy_decisions"("candidacyId");

-- CreateIndex
CREATE UNIQUE INDEX "candidacy_changes_proposalId_key" ON "candidacy_changes"("proposalId");

-- CreateIndex
CREATE INDEX "candidacy_changes_electionId_idx" ON "candidacy_changes"("electionId");

-- CreateIndex
CREATE INDEX "candidacy_changes_candidacyId_idx" ON "candidacy_changes"("candidacyId");

-- CreateIndex
CREATE INDEX "candidate_questions_electionId_idx" ON "candidate_questions"("electionId");

-- CreateIndex
CREATE INDEX "tie_decisions_electionId_idx" ON "tie_decisions"("electionId");

-- CreateIndex
CREATE INDEX "claims_electionId_kind_state_idx" ON "claims"("electionId", "kind", "state");

-- CreateIndex
CREATE INDEX "claims_filedBy_idx" ON "claims"("filedBy");

-- CreateIndex
CREATE UNIQUE INDEX "claims_electionId_number_key" ON "claims"("electionId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "claim_conflicts_claimId_accountId_key" ON "claim_conflicts"("claimId", "accountId");

-- CreateIndex
CREATE INDEX "dress_rehearsals_electionId_idx" ON "dress_rehearsals"("electionId");

-- CreateIndex
CREATE UNIQUE INDEX "contests_electionId_position_key" ON "contests"("electionId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "candidates_contestId_position_key" ON "candidates"("contestId", "position");

-- CreateIndex
CREATE INDEX "roll_entries_contactAccountId_idx" ON "roll_entries"("contactAccountId");

-- CreateIndex
CREATE INDEX "roll_entries_electionId_accessKeyHash_idx" ON "roll_entries"("electionId", "accessKeyHash");

-- CreateIndex
CREATE INDEX "roll_entries_electionId_organizationHandle_idx" ON "roll_entries"("electionId", "organizationHandle");

-- CreateIndex
CREATE UNIQUE INDEX "roll_entries_electionId_organizationId_key" ON "roll_entries"("electionId", "organizationId");

-- CreateIndex
CREATE UNIQUE INDEX "trustees_electionId_index_key" ON "trustees"("electionId", "index");

-- CreateIndex
CREATE UNIQUE INDEX "trustees_electionId_accountId_key" ON "trustees"("electionId", "accountId");

-- CreateIndex
CREATE UNIQUE INDEX "archive_records_electionId_series_hash_key" ON "archive_records"("electionId", "series", "hash");

-- CreateIndex
CREATE INDEX "ballots_electionId_credential_idx" ON "ballots"("electionId", "credential");

-- CreateIndex
CREATE UNIQUE INDEX "ballots_electionId_tracker_key" ON "ballots"("electionId", "tracker");

-- CreateIndex
CREATE INDEX "contact_confirmations_accountId_idx" ON "contact_confirmations"("accountId");

-- CreateIndex
CREATE INDEX "disputes_electionId_idx" ON "disputes"("electionId");

-- CreateIndex
CREATE UNIQUE INDEX "imported_voters_electionId_line_key" ON "imported_voters"("electionId", "line");

-- CreateIndex
CREATE UNIQUE INDEX "assisted_votes_rollEntryId_key" ON "assisted_votes"("rollEntryId");

-- CreateIndex
CREATE INDEX "assisted_votes_electionId_idx" ON "assisted_votes"("electionId");

-- CreateIndex
CREATE INDEX "delegations_electionId_organizationId_idx" ON "delegations"("electionId", "organizationId");

-- CreateIndex
CREATE INDEX "delegations_delegateId_idx" ON "delegations"("delegateId");

-- CreateIndex
CREATE INDEX "delegations_grantedBy_idx" ON "delegations"("grantedBy");

-- CreateIndex
CREATE UNIQUE INDEX "membership_rules_effectiveFrom_key" ON "membership_rules"("effectiveFrom");

-- CreateIndex
CREATE UNIQUE INDEX "memberships_organizationId_from_key" ON "memberships"("organizationId", "from");

-- CreateIndex
CREATE INDEX "debt_flags_organizationId_idx" ON "debt_flags"("organizationId");

-- CreateIndex
CREATE UNIQUE INDEX "outgoing_mails_deduplication_key" ON "outgoing_mails"("deduplication");

-- CreateIndex
CREATE INDEX "outgoing_mails_state_urgency_nextAttemptAt_idx" ON "outgoing_mails"("state", "urgency", "nextAttemptAt");

-- CreateIndex
CREATE INDEX "outgoing_mails_subjectType_subjectId_idx" ON "outgoing_mails"("subjectType", "subjectId");

-- CreateIndex
CREATE INDEX "outgoing_mails_messageId_idx" ON "outgoing_mails"("messageId");

-- CreateIndex
CREATE INDEX "outgoing_mails_returnToken_idx" ON "outgoing_mails"("returnToken");

-- CreateIndex
CREATE UNIQUE INDEX "organizations_handle_key" ON "organizations"("handle");

-- CreateIndex
CREATE INDEX "organizations_name_idx" ON "organizations"("name");

-- CreateIndex
CREATE UNIQUE INDEX "organizations_registry_opaqueId_key" ON "organizations"("registry", "opaqueId");

-- CreateIndex
CREATE INDEX "organization_contacts_accountId_idx" ON "organization_contacts"("accountId");

-- CreateIndex
CREATE UNIQUE INDEX "organization_contacts_organizationId_role_key" ON "organization_contacts"("organizationId", "role");

-- CreateIndex
CREATE INDEX "former_contacts_organizationId_role_idx" ON "former_contacts"("organizationId", "role");

-- CreateIndex
CREATE INDEX "holdings_organizationId_idx" ON "holdings"("organizationId");

-- CreateIndex
CREATE INDEX "holdings_registry_idx" ON "holdings"("registry");

-- CreateIndex
CREATE UNIQUE INDEX "holdings_family_start_key" ON "holdings"("family", "start");

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "password_resets" ADD CONSTRAINT "password_resets_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "log_cosignatures" ADD CONSTRAINT "log_cosignatures_size_fkey" FOREIGN KEY ("size") REFERENCES "log_checkpoints"("size") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "log_cosignatures" ADD CONSTRAINT "log_cosignatures_witnessName_fkey" FOREIGN KEY ("witnessName") REFERENCES "log_witnesses"("name") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaign_recipients" ADD CONSTRAINT "campaign_recipients_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "campaigns"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "candidacy_photos" ADD CONSTRAINT "candidacy_photos_candidacyId_fkey" FOREIGN KEY ("candidacyId") REFERENCES "candidacies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "questionnaire_answers" ADD CONSTRAINT "questionnaire_answers_candidacyId_fkey" FOREIGN KEY ("candidacyId") REFERENCES "candidacies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "endorsements" ADD CONSTRAINT "endorsements_candidacyId_fkey" FOREIGN KEY ("candidacyId") REFERENCES "candidacies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "candidacy_conflicts" ADD CONSTRAINT "candidacy_conflicts_candidacyId_fkey" FOREIGN KEY ("candidacyId") REFERENCES "candidacies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "candidacy_decisions" ADD CONSTRAINT "candidacy_decisions_candidacyId_fkey" FOREIGN KEY ("candidacyId") REFERENCES "candidacies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "candidacy_changes" ADD CONSTRAINT "candidacy_changes_candidacyId_fkey" FOREIGN KEY ("candidacyId") REFERENCES "candidacies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "candidate_answers" ADD CONSTRAINT "candidate_answers_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "candidate_questions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "candidate_answers" ADD CONSTRAINT "candidate_answers_candidacyId_fkey" FOREIGN KEY ("candidacyId") REFERENCES "candidacies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_conflicts" ADD CONSTRAINT "claim_conflicts_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "claims"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rehearsal_parts" ADD CONSTRAINT "rehearsal_parts_rehearsalId_fkey" FOREIGN KEY ("rehearsalId") REFERENCES "dress_rehearsals"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rehearsal_signatures" ADD CONSTRAINT "rehearsal_signatures_rehearsalId_fkey" FOREIGN KEY ("rehearsalId") REFERENCES "dress_rehearsals"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contests" ADD CONSTRAINT "contests_electionId_fkey" FOREIGN KEY ("electionId") REFERENCES "elections"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "candidates" ADD CONSTRAINT "candidates_contestId_fkey" FOREIGN KEY ("contestId") REFERENCES "contests"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "trustees" ADD CONSTRAINT "trustees_electionId_fkey" FOREIGN KEY ("electionId") REFERENCES "elections"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organization_contacts" ADD CONSTRAINT "organization_contacts_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
