-- CreateTable
CREATE TABLE "accounts" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'es',
    "isActive" BOOLEAN NOT NULL DEFAULT true,
    "isDemonstration" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" DATETIME NOT NULL,
    "passwordHash" TEXT,
    "mustChangePassword" BOOLEAN NOT NULL DEFAULT false,
    "totpSecret" TEXT,
    "totpEnabledAt" DATETIME,
    "totpLastStep" INTEGER
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "accountId" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "lastSeenAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "steppedUpAt" DATETIME,
    "device" TEXT NOT NULL,
    CONSTRAINT "sessions_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "accounts" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "recovery_codes" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "accountId" TEXT NOT NULL,
    "codeHash" TEXT NOT NULL,
    "usedAt" DATETIME,
    CONSTRAINT "recovery_codes_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "accounts" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "password_resets" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "accountId" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "usedAt" DATETIME,
    CONSTRAINT "password_resets_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "accounts" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "role_grants" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "accountId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "grantedAt" DATETIME NOT NULL,
    "grantedBy" TEXT NOT NULL,
    "expiresAt" DATETIME,
    CONSTRAINT "role_grants_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "accounts" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "alerts" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "details" JSONB NOT NULL,
    "raisedAt" DATETIME NOT NULL,
    "clearedAt" DATETIME,
    "acknowledgedAt" DATETIME,
    "acknowledgedBy" TEXT,
    "acknowledgedByName" TEXT,
    "remark" TEXT
);

-- CreateTable
CREATE TABLE "approvals" (
    "id" TEXT NOT NULL PRIMARY KEY,
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
    "proposedAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "decidedBy" TEXT,
    "decidedByName" TEXT,
    "decidedAt" DATETIME,
    "decisionReason" TEXT NOT NULL DEFAULT ''
);

-- CreateTable
CREATE TABLE "audit_entries" (
    "sequence" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "at" DATETIME NOT NULL,
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
    "hash" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "audit_tail" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "sequence" INTEGER NOT NULL,
    "hash" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "log_checkpoints" (
    "size" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "root" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "log_witnesses" (
    "name" TEXT NOT NULL PRIMARY KEY,
    "verificationKey" TEXT NOT NULL,
    "url" TEXT,
    "knownSize" INTEGER NOT NULL DEFAULT 0,
    "lastCosignedAt" DATETIME,
    "trouble" TEXT,
    "addedAt" DATETIME NOT NULL,
    "addedBy" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "log_cosignatures" (
    "size" INTEGER NOT NULL,
    "witnessName" TEXT NOT NULL,
    "cosignedAt" DATETIME NOT NULL,
    "line" TEXT NOT NULL,

    PRIMARY KEY ("size", "witnessName"),
    CONSTRAINT "log_cosignatures_size_fkey" FOREIGN KEY ("size") REFERENCES "log_checkpoints" ("size") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "log_cosignatures_witnessName_fkey" FOREIGN KEY ("witnessName") REFERENCES "log_witnesses" ("name") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "bodies" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "names" JSONB NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "createdBy" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "body_rules" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "bodyKey" TEXT NOT NULL,
    "effectiveFrom" TEXT NOT NULL,
    "isAssumed" BOOLEAN NOT NULL,
    "source" TEXT NOT NULL,
    "document" JSONB NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "createdBy" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "office_terms" (
    "id" TEXT NOT NULL PRIMARY KEY,
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
    "createdAt" DATETIME NOT NULL,
    "createdBy" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "calendars" (
    "processId" TEXT NOT NULL PRIMARY KEY,
    "template" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "publishedAt" DATETIME,
    "createdAt" DATETIME NOT NULL,
    "changedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "calendar_stages" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "processId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "opensAt" DATETIME NOT NULL,
    "closesAt" DATETIME,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "changedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "campaign_texts" (
    "electionId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "texts" JSONB NOT NULL,
    "changedAt" DATETIME NOT NULL,
    "changedBy" TEXT NOT NULL,

    PRIMARY KEY ("electionId", "kind")
);

-- CreateTable
CREATE TABLE "campaigns" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "electionId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "texts" JSONB NOT NULL,
    "audience" TEXT NOT NULL,
    "countries" JSONB NOT NULL,
    "languages" JSONB NOT NULL,
    "followsStage" BOOLEAN NOT NULL DEFAULT false,
    "scheduledFor" DATETIME NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'planned',
    "createdAt" DATETIME NOT NULL,
    "createdBy" TEXT NOT NULL,
    "startedAt" DATETIME,
    "finishedAt" DATETIME,
    "expectedMails" INTEGER,
    "queuedMails" INTEGER NOT NULL DEFAULT 0,
    "recipientsHash" TEXT,
    "proofHash" TEXT,
    "totals" JSONB
);

-- CreateTable
CREATE TABLE "campaign_recipients" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "campaignId" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "addressHash" TEXT NOT NULL,
    CONSTRAINT "campaign_recipients_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "campaigns" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "candidacies" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "electionId" TEXT NOT NULL,
    "contestId" TEXT NOT NULL,
    "organizationId" TEXT,
    "organizationName" TEXT,
    "nominatorAccountId" TEXT NOT NULL,
    "nominatorName" TEXT NOT NULL,
    "nominatedAt" DATETIME NOT NULL,
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
    "acceptedAt" DATETIME,
    "declinedAt" DATETIME,
    "biography" JSONB NOT NULL,
    "links" JSONB NOT NULL,
    "decision" TEXT,
    "decidedAt" DATETIME,
    "correctUntil" DATETIME,
    "publishedAt" DATETIME,
    "withdrawnAt" DATETIME,
    "withdrawalReason" TEXT
);

-- CreateTable
CREATE TABLE "candidacy_photos" (
    "candidacyId" TEXT NOT NULL PRIMARY KEY,
    "hash" TEXT NOT NULL,
    "bytes" BLOB NOT NULL,
    "changedAt" DATETIME NOT NULL,
    CONSTRAINT "candidacy_photos_candidacyId_fkey" FOREIGN KEY ("candidacyId") REFERENCES "candidacies" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "questionnaire_templates" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "bodyKey" TEXT NOT NULL,
    "effectiveFrom" TEXT NOT NULL,
    "isAssumed" BOOLEAN NOT NULL,
    "source" TEXT NOT NULL,
    "document" JSONB NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "createdBy" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "questionnaire_answers" (
    "candidacyId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "answers" JSONB NOT NULL,
    "savedAt" DATETIME NOT NULL,

    PRIMARY KEY ("candidacyId", "version"),
    CONSTRAINT "questionnaire_answers_candidacyId_fkey" FOREIGN KEY ("candidacyId") REFERENCES "candidacies" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "endorsements" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "candidacyId" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "organizationName" TEXT NOT NULL,
    "askedAt" DATETIME,
    "accountId" TEXT,
    "personName" TEXT,
    "givenAt" DATETIME,
    "declinedAt" DATETIME,
    CONSTRAINT "endorsements_candidacyId_fkey" FOREIGN KEY ("candidacyId") REFERENCES "candidacies" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "candidacy_conflicts" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "candidacyId" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "hasConflict" BOOLEAN NOT NULL,
    "explanation" TEXT NOT NULL,
    "declaredAt" DATETIME NOT NULL,
    CONSTRAINT "candidacy_conflicts_candidacyId_fkey" FOREIGN KEY ("candidacyId") REFERENCES "candidacies" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "candidacy_decisions" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "candidacyId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "reasons" TEXT NOT NULL,
    "checks" JSONB NOT NULL,
    "answersVersion" INTEGER NOT NULL,
    "fileHash" TEXT NOT NULL,
    "decidedBy" TEXT NOT NULL,
    "decidedByName" TEXT NOT NULL,
    "decidedAt" DATETIME NOT NULL,
    CONSTRAINT "candidacy_decisions_candidacyId_fkey" FOREIGN KEY ("candidacyId") REFERENCES "candidacies" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "candidacy_changes" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "candidacyId" TEXT NOT NULL,
    "electionId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "changes" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "proposalId" TEXT NOT NULL,
    "proposedByName" TEXT NOT NULL,
    "approvedByName" TEXT NOT NULL,
    "decidedAt" DATETIME NOT NULL,
    CONSTRAINT "candidacy_changes_candidacyId_fkey" FOREIGN KEY ("candidacyId") REFERENCES "candidacies" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "candidate_questions" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "electionId" TEXT NOT NULL,
    "contestId" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "personName" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "organizationName" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "askedAt" DATETIME NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "publicText" TEXT,
    "moderationReason" TEXT,
    "moderatedBy" TEXT,
    "moderatedAt" DATETIME
);

-- CreateTable
CREATE TABLE "candidate_answers" (
    "questionId" TEXT NOT NULL,
    "candidacyId" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "answeredAt" DATETIME NOT NULL,

    PRIMARY KEY ("questionId", "candidacyId"),
    CONSTRAINT "candidate_answers_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "candidate_questions" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "candidate_answers_candidacyId_fkey" FOREIGN KEY ("candidacyId") REFERENCES "candidacies" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "certificates" (
    "electionId" TEXT NOT NULL PRIMARY KEY,
    "evidenceHash" TEXT NOT NULL,
    "groundHash" TEXT NOT NULL,
    "assembledAt" DATETIME NOT NULL,
    "bundleHash" TEXT NOT NULL,
    "officialAt" DATETIME,
    "proposedBy" TEXT NOT NULL DEFAULT '',
    "approvedBy" TEXT NOT NULL DEFAULT '',
    "laterLog" TEXT NOT NULL DEFAULT ''
);

-- CreateTable
CREATE TABLE "evidence_files" (
    "electionId" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "body" TEXT NOT NULL,

    PRIMARY KEY ("electionId", "path")
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
    "signedAt" DATETIME NOT NULL,

    PRIMARY KEY ("electionId", "evidenceHash", "trusteeIndex")
);

-- CreateTable
CREATE TABLE "tie_decisions" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "electionId" TEXT NOT NULL,
    "contestPosition" INTEGER NOT NULL,
    "method" TEXT NOT NULL,
    "order" JSONB NOT NULL,
    "decidedOn" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "enteredBy" TEXT NOT NULL,
    "approvedBy" TEXT NOT NULL,
    "recordedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "claims" (
    "id" TEXT NOT NULL PRIMARY KEY,
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
    "filedAt" DATETIME NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'filed',
    "reviewBegunAt" DATETIME,
    "publication" TEXT NOT NULL DEFAULT 'undecided',
    "publicText" JSONB,
    "publicationBy" TEXT,
    "publicationAt" DATETIME,
    "reasons" TEXT,
    "decidedAt" DATETIME,
    "decidedBy" TEXT,
    "decidedByName" TEXT,
    "followUp" TEXT,
    "followUpAt" DATETIME,
    "followUpBy" TEXT,
    "followUpByName" TEXT
);

-- CreateTable
CREATE TABLE "claim_conflicts" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "claimId" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "declaredAt" DATETIME NOT NULL,
    CONSTRAINT "claim_conflicts_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "claims" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "dress_rehearsals" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "electionId" TEXT NOT NULL,
    "begunAt" DATETIME NOT NULL,
    "contests" JSONB NOT NULL,
    "report" JSONB,
    "reportHash" TEXT
);

-- CreateTable
CREATE TABLE "rehearsal_parts" (
    "rehearsalId" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "choices" JSONB NOT NULL,

    PRIMARY KEY ("rehearsalId", "accountId"),
    CONSTRAINT "rehearsal_parts_rehearsalId_fkey" FOREIGN KEY ("rehearsalId") REFERENCES "dress_rehearsals" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "rehearsal_signatures" (
    "rehearsalId" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "reportHash" TEXT NOT NULL,
    "signedAt" DATETIME NOT NULL,

    PRIMARY KEY ("rehearsalId", "accountId"),
    CONSTRAINT "rehearsal_signatures_rehearsalId_fkey" FOREIGN KEY ("rehearsalId") REFERENCES "dress_rehearsals" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "elections" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "title" JSONB NOT NULL,
    "description" JSONB NOT NULL,
    "isTest" BOOLEAN NOT NULL DEFAULT false,
    "electorate" TEXT NOT NULL DEFAULT 'organizations',
    "hasCall" BOOLEAN NOT NULL DEFAULT false,
    "group" TEXT NOT NULL,
    "trusteeThreshold" INTEGER NOT NULL,
    "rollDate" TEXT NOT NULL,
    "coolingOffDays" INTEGER NOT NULL DEFAULT 0,
    "opensAt" DATETIME NOT NULL,
    "closesAt" DATETIME NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "createdBy" TEXT NOT NULL,
    "rollFrozenAt" DATETIME,
    "rollRoot" TEXT,
    "rollVersion" INTEGER NOT NULL DEFAULT 0,
    "credentialAuthorityId" TEXT,
    "credentialsPayload" TEXT,
    "trusteesPayload" TEXT,
    "rehearsalPayload" TEXT,
    "rehearsalNumber" INTEGER,
    "electionPayload" TEXT,
    "sealedAt" DATETIME,
    "closedAt" DATETIME,
    "encryptedTally" TEXT,
    "countedBallots" INTEGER,
    "countedWeight" INTEGER,
    "resultAt" DATETIME,
    "resultPayload" TEXT,
    "archiveTimestamp" TEXT,
    "recordCount" INTEGER NOT NULL DEFAULT 0,
    "eventCount" INTEGER NOT NULL DEFAULT 0,
    "lastEventHash" TEXT,
    "ballotCount" INTEGER NOT NULL DEFAULT 0,
    "countSeries" INTEGER NOT NULL DEFAULT 0,
    "boxRecordCount" INTEGER
);

-- CreateTable
CREATE TABLE "contests" (
    "id" TEXT NOT NULL PRIMARY KEY,
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
    CONSTRAINT "contests_electionId_fkey" FOREIGN KEY ("electionId") REFERENCES "elections" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "candidates" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "contestId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "country" TEXT NOT NULL DEFAULT '',
    "citizenships" JSONB NOT NULL DEFAULT [],
    "employerGroup" TEXT NOT NULL DEFAULT '',
    "biography" JSONB NOT NULL,
    "candidacyId" TEXT,
    "accountId" TEXT,
    "withdrawnAt" DATETIME,
    CONSTRAINT "candidates_contestId_fkey" FOREIGN KEY ("contestId") REFERENCES "contests" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "roll_entries" (
    "id" TEXT NOT NULL PRIMARY KEY,
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
    "struckAt" DATETIME
);

-- CreateTable
CREATE TABLE "trustees" (
    "id" TEXT NOT NULL PRIMARY KEY,
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
    "rehearsedAt" DATETIME,
    "partialDecryption" TEXT,
    "decryptedAt" DATETIME,
    CONSTRAINT "trustees_electionId_fkey" FOREIGN KEY ("electionId") REFERENCES "elections" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
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

    PRIMARY KEY ("electionId", "series", "position")
);

-- CreateTable
CREATE TABLE "ballots" (
    "electionId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "tracker" TEXT NOT NULL,
    "credential" TEXT NOT NULL,
    "weight" INTEGER NOT NULL,

    PRIMARY KEY ("electionId", "position")
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

    PRIMARY KEY ("electionId", "organizationId")
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
    "decidedAt" DATETIME NOT NULL,

    PRIMARY KEY ("electionId", "version")
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
    "signedAt" DATETIME NOT NULL,

    PRIMARY KEY ("electionId", "version", "trusteeIndex")
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
    "askedAt" DATETIME NOT NULL,
    "remindedAt" DATETIME,
    "confirmedAt" DATETIME,
    "correctedAt" DATETIME,
    "remark" TEXT NOT NULL DEFAULT '',

    PRIMARY KEY ("electionId", "organizationId", "accountId")
);

-- CreateTable
CREATE TABLE "spoiled_ballots" (
    "electionId" TEXT NOT NULL,
    "tracker" TEXT NOT NULL,

    PRIMARY KEY ("electionId", "tracker")
);

-- CreateTable
CREATE TABLE "disputes" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "electionId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "rollEntryId" TEXT,
    "tracker" TEXT,
    "label" TEXT NOT NULL,
    "claimId" TEXT,
    "reason" TEXT NOT NULL,
    "filedBy" TEXT NOT NULL,
    "filedByName" TEXT NOT NULL,
    "filedAt" DATETIME NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "decisionReason" TEXT NOT NULL DEFAULT '',
    "decidedByNames" TEXT NOT NULL DEFAULT '',
    "decidedAt" DATETIME,
    "credential" TEXT
);

-- CreateTable
CREATE TABLE "imported_voters" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "electionId" TEXT NOT NULL,
    "line" INTEGER NOT NULL,
    "handle" TEXT NOT NULL,
    "organizationName" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "country" TEXT NOT NULL,
    "votes" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "assisted_votes" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "electionId" TEXT NOT NULL,
    "rollEntryId" TEXT NOT NULL,
    "proposalId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "approvedAt" DATETIME NOT NULL,
    "isCast" BOOLEAN NOT NULL DEFAULT false
);

-- CreateTable
CREATE TABLE "delegation_rules" (
    "electionId" TEXT NOT NULL PRIMARY KEY,
    "capPerPerson" INTEGER NOT NULL,
    "endsAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "delegations" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "electionId" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "organizationHandle" TEXT NOT NULL,
    "organizationName" TEXT NOT NULL,
    "grantedBy" TEXT NOT NULL,
    "grantedByName" TEXT NOT NULL,
    "grantedAt" DATETIME NOT NULL,
    "delegateId" TEXT NOT NULL,
    "delegateName" TEXT NOT NULL,
    "delegateUserId" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'offered',
    "acceptedAt" DATETIME,
    "endedAt" DATETIME
);

-- CreateTable
CREATE TABLE "membership_rules" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "effectiveFrom" TEXT NOT NULL,
    "isAssumed" BOOLEAN NOT NULL,
    "source" TEXT NOT NULL,
    "document" JSONB NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "createdBy" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "memberships" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "organizationId" TEXT NOT NULL,
    "class" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "until" TEXT
);

-- CreateTable
CREATE TABLE "debt_flags" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "organizationId" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "until" TEXT,
    "note" TEXT NOT NULL DEFAULT ''
);

-- CreateTable
CREATE TABLE "outgoing_mails" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "createdAt" DATETIME NOT NULL,
    "template" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "toAddress" TEXT NOT NULL,
    "deduplication" TEXT NOT NULL,
    "subjectType" TEXT,
    "subjectId" TEXT,
    "sealed" TEXT,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "nextAttemptAt" DATETIME NOT NULL,
    "urgency" INTEGER NOT NULL DEFAULT 1,
    "claimedAt" DATETIME,
    "sentAt" DATETIME,
    "lastError" TEXT,
    "smtpAnswer" TEXT,
    "messageId" TEXT,
    "returnToken" TEXT,
    "bouncedAt" DATETIME
);

-- CreateTable
CREATE TABLE "undeliverable_addresses" (
    "address" TEXT NOT NULL PRIMARY KEY,
    "since" DATETIME NOT NULL,
    "reason" TEXT NOT NULL,
    "source" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "organizations" (
    "id" TEXT NOT NULL PRIMARY KEY,
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
    "createdAt" DATETIME NOT NULL,
    "searchText" TEXT NOT NULL DEFAULT ''
);

-- CreateTable
CREATE TABLE "organization_contacts" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "organizationId" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "since" DATETIME NOT NULL,
    "grantedByName" TEXT NOT NULL DEFAULT '',
    CONSTRAINT "organization_contacts_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "organizations" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "former_contacts" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "organizationId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "since" DATETIME NOT NULL,
    "until" DATETIME NOT NULL,
    "grantedByName" TEXT NOT NULL,
    "replacedByName" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "settings" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "value" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "rate_limits" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "points" INTEGER NOT NULL,
    "expire" DATETIME
);

-- CreateTable
CREATE TABLE "holdings" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "organizationId" TEXT NOT NULL,
    "registry" TEXT NOT NULL,
    "family" TEXT NOT NULL,
    "start" TEXT NOT NULL,
    "value" INTEGER NOT NULL,
    "country" TEXT NOT NULL,
    "date" TEXT NOT NULL,
    "status" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "register_imports" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "importedAt" DATETIME NOT NULL,
    "fileName" TEXT NOT NULL,
    "serial" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "report" JSONB NOT NULL
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
