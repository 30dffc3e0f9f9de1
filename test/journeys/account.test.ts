// A person and her account: a one-off password, a voting link that survives signing in, the second factor, a lost
// telephone, a forgotten password, sessions that end at once. Every page is looked at by axe.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";
import { expectOk } from "#app/lib/result/index.ts";
import { createAccount } from "#app/modules/accounts/index.server.ts";
import { authenticatorCode } from "#app/modules/accounts/domain/authenticator.ts";
import { launchBrowser } from "../setup/browser.ts";
import { testWith } from "../setup/requirements.ts";
import type { RunningHouse } from "../setup/running-house.ts";
import { startHouse } from "../setup/running-house.ts";
import { PagesSeen, Person } from "./person.ts";
