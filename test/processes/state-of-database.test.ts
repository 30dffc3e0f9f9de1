// A demonstration is served from invented people only: programs in demonstration mode refuse a database with real ones.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { expect, test } from "vitest";
import { createAccount } from "#app/modules/accounts/index.server.ts";
import { openDemonstrationDoor } from "#app/modules/notifications/routes/demonstration-door.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { markAsDemonstration } from "#app/platform/demonstration-mark.server.ts";
import { stateOfDatabase } from "#app/processes/state-of-database.ts";
import type { Given } from "../setup/databases.ts";
import { describeOnEachDatabase } from "../setup/databases.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

describeOnEachDatabase("state-of-database", (given) => {
  test("is empty, half, and ready once the mark is set, whoever joins then", async () => {
    const context = given.context();
    expect(await stateOfDatabase(context)).toBe("empty");
    await join(context, "AAA111", true);
    expect(await stateOfDatabase(context)).toBe("half");
    await markAsDemonstration(context);
    await join(context, "BBB222", false);
    expect(await stateOfDatabase(context)).toBe("ready");
  });

  test("is real with one person who was not invented, however many were", async () => {
    const context = given.context();
    await join(context, "AAA111", true);
    await join(context, "BBB222", false);
    expect(await stateOfDatabase(context)).toBe("real");
  });

  test("the mailbox is closed without the mark, and in production", async () => {
    const context = given.context();
    await join(context, "BBB222", false);
    await expect(openDemonstrationDoor(argsOf(context))).rejects.toMatchObject({ status: 404 });
    await markAsDemonstration(context);
    expect(await openDemonstrationDoor(argsOf(context))).toBe(context);
    const production = { ...context, settings: { ...context.settings, mode: "production" as const } };
    await expect(openDemonstrationDoor(argsOf(production))).rejects.toMatchObject({ status: 404 });
  });
});

describeOnEachDatabase(
  "programs on a database with real people",
  (given) => {
    test.each(["serve.ts", "mail-room.ts"])(
      "%s does not start in demonstration mode, and says what to do",
      async (program) => {
        await join(given.context(), "BBB222", false);
        const { status, stderr } = start(given, program);
        expect(stderr).toContain("PLENARIA_MODE=production");
        expect(stderr).toContain("DATABASE_URL");
        expect(status).toBe(2);
      },
    );
  },
  { on: "sqlite" },
);

function start(given: Given, program: string) {
  const { DATABASE_URL: _, ...environment } = process.env;
  return spawnSync(process.execPath, ["--import", "tsx", `app/processes/${program}`], {
    cwd: root,
    encoding: "utf8",
    timeout: 120_000,
    env: { ...environment, PLENARIA_FOLDER: given.settings.folder, DATABASE_URL: given.databaseUrl },
  });
}

async function join(context: Context, userId: string, isDemonstration: boolean): Promise<void> {
  const email = `${userId}@example.org`;
  expect(
    await createAccount(context, { userId, name: "Ana Prueba", email, language: "es", isDemonstration }),
  ).toMatchObject({
    ok: true,
  });
}

function argsOf(ground: Context): LoaderFunctionArgs {
  const context = { ground, cspNonce: "", clientAddress: "" };
  return {
    request: new Request("http://localhost:3000/demonstration/mailbox"),
    params: {},
    context,
  };
}
