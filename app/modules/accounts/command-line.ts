// The verbs of `npm run -s plenaria -- account …`.
import type { Command } from "commander";
import { defaultLanguage, isLanguage, languages } from "#app/platform/language/languages.ts";
import { expectOk } from "#app/lib/result/index.ts";
import type { Context } from "#app/platform/context.server.ts";
import type { Role } from "#app/platform/permissions/actor.ts";
import { roles } from "#app/platform/permissions/actor.ts";
import { grantRole, revokeRole } from "./commands/grant-role.server.ts";
import { issueOneOffPassword } from "./commands/issue-one-off-password.server.ts";
import type { Account } from "./queries/accounts.server.ts";
import { createAccount } from "./commands/create-account.server.ts";
import { findAccountByUserId, findAccounts, listAccountsWithRole } from "./queries/accounts.server.ts";

/** Adds "account" and its verbs to the program. `openContext` is called once a verb really runs. */
export function registerAccountCommands(program: Command, openContext: () => Promise<Context>): void {
  const account = program.command("account").description("people who sign in");
  account
    .command("reset-password")
    .description("replace a person's password by a one-off password, which must be changed at the first sign-in")
    .argument("<userid>", "the user ID, for example MAP193")
    .option("--json", "print JSON to standard output")
    .addHelpText("after", exampleOf("reset-password MAP193"))
    .action(async (userId: string, options: { json?: boolean }, command: Command) => {
      const context = await openContext();
      const person = await requireAccount(context, userId, command);
      const password = await issueOneOffPassword(context, person.accountId);
      print(options.json, { userId: person.userId, name: person.name, password }, [
        `${person.userId} (${person.name}) signs in once with: ${password}`,
        "All sessions of this person have ended. The password must be changed at the first sign-in.",
      ]);
    });
  registerCreate(account, openContext);
  account
    .command("grant")
    .description(`give a person a role: ${roles.join(", ")}`)
    .argument("<userid>", "the user ID, for example MAP193")
    .argument("<role>", roles.join(" | "))
    .option("--until <date>", "the day on which the role ends, for example 2027-01-31")
    .option("--json", "print JSON to standard output")
    .addHelpText("after", exampleOf("grant MAP193 commission --until 2027-01-31"))
    .action(async (userId: string, role: string, options: { until?: string; json?: boolean }, command: Command) => {
      if (!isRole(role)) command.error(`error: "${role}" is not a role. Roles: ${roles.join(", ")}.`, { exitCode: 2 });
      const expiresAt = options.until === undefined ? undefined : parseDay(options.until, command);
      const context = await openContext();
      const person = await requireAccount(context, userId, command);
      const { accountId } = person;
      expectOk(await grantRole(context, { accountId, role, ...(expiresAt === undefined ? {} : { expiresAt }) }));
      print(options.json, { userId: person.userId, role, until: expiresAt?.toISOString() ?? null }, [
        `${person.userId} (${person.name}) is ${role}${expiresAt === undefined ? "" : ` until ${expiresAt.toISOString()}`}.`,
      ]);
    });
  registerRevoke(account, openContext);
  account
    .command("list")
    .description("list people: those with a role, or those whose user ID, name or e-mail contains a text")
    .argument("[text]", "part of a user ID, name or e-mail")
    .option("--role <role>", roles.join(" | "))
    .option("--limit <n>", "at most so many", "50")
    .option("--json", "print JSON to standard output")
    .addHelpText("after", exampleOf("list --role commission"))
    .action(
      async (text: string | undefined, options: { role?: string; limit: string; json?: boolean }, command: Command) => {
        const limit = Number(options.limit);
        if (!Number.isInteger(limit) || limit < 1)
          command.error("error: --limit needs a number from 1 up.", { exitCode: 2 });
        const context = await openContext();
        const people = await listPeople(context, { query: text ?? "", role: options.role, limit }, command);
        print(options.json, people, people.length === 0 ? ["Nobody."] : people.map(describe));
      },
    );
}

async function listPeople(
  context: Context,
  wish: { readonly query: string; readonly role: string | undefined; readonly limit: number },
  command: Command,
): Promise<Account[]> {
  if (wish.role === undefined) return findAccounts(context, wish);
  if (!isRole(wish.role))
    command.error(`error: "${wish.role}" is not a role. Roles: ${roles.join(", ")}.`, { exitCode: 2 });
  const typed = wish.query.toLowerCase();
  const people = await listAccountsWithRole(context, wish.role);
  return people
    .filter((person) => `${person.userId} ${person.name} ${person.email}`.toLowerCase().includes(typed))
    .slice(0, wish.limit);
}

function describe({ userId, name, email, roles: held, isActive }: Account): string {
  const marks = [...held, ...(isActive ? [] : ["deactivated"])];
  return `${userId.padEnd(10)} ${name} <${email}>${marks.length === 0 ? "" : ` (${marks.join(", ")})`}`;
}

async function requireAccount(context: Context, userId: string, command: Command): Promise<Account> {
  const person = await findAccountByUserId(context, userId);
  return (
    person ??
    command.error(`error: nobody has the user ID "${userId}". Search with: npm run -s plenaria -- account list TEXT`, {
      exitCode: 2,
    })
  );
}

function isRole(word: string): word is Role {
  return roles.some((role) => role === word);
}

function parseDay(text: string, command: Command): Date {
  const instant = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00.000Z`) : Number.NaN;
  return Number.isNaN(instant)
    ? command.error(`error: "${text}" is not a date like 2027-01-31.`, { exitCode: 2 })
    : new Date(instant);
}

function print(isJson: boolean | undefined, value: unknown, lines: readonly string[]): void {
  process.stdout.write(isJson === true ? `${JSON.stringify(value)}\n` : `${lines.join("\n")}\n`);
}

function registerCreate(account: Command, openContext: () => Promise<Context>): void {
  account
    .command("create")
    .description("add a person, for example the first administrator, with a one-off password")
    .argument("<name>", "first and last name")
    .argument("<email>", "where the person's mail goes")
    .option("--role <role>", roles.join(" | "))
    .option("--language <language>", languages.join(" | "), defaultLanguage)
    .option("--json", "print JSON to standard output")
    .addHelpText("after", exampleOf('create "María Paz" maria.paz@example.org --role administrator'))
    .action(async (name: string, email: string, options: CreateOptions, command: Command) => {
      const { role, language } = options;
      if (role !== undefined && !isRole(role))
        command.error(`error: "${role}" is not a role. Roles: ${roles.join(", ")}.`, { exitCode: 2 });
      if (!isLanguage(language))
        command.error(`error: "${language}" is not a language. Languages: ${languages.join(", ")}.`, { exitCode: 2 });
      if (!/^[^@\s]+@[^@\s]+$/.test(email))
        command.error(`error: "${email}" is not an e-mail address.`, { exitCode: 2 });
      const context = await openContext();
      const person = { name, email, language, ...(role === undefined ? {} : { roles: [role] }) };
      const { accountId, userId } = expectOk(await createAccount(context, person));
      const password = await issueOneOffPassword(context, accountId);
      print(options.json, { userId, name, password }, [`${userId} (${name}) signs in once with: ${password}`]);
    });
}

function registerRevoke(account: Command, openContext: () => Promise<Context>): void {
  account
    .command("revoke")
    .description(`take a role away from a person at once: ${roles.join(", ")}`)
    .argument("<userid>", "the user ID, for example MAP193")
    .argument("<role>", roles.join(" | "))
    .option("--json", "print JSON to standard output")
    .addHelpText("after", exampleOf("revoke MAP193 commission"))
    .action(async (userId: string, role: string, options: { json?: boolean }, command: Command) => {
      if (!isRole(role)) command.error(`error: "${role}" is not a role. Roles: ${roles.join(", ")}.`, { exitCode: 2 });
      const context = await openContext();
      const person = await requireAccount(context, userId, command);
      await revokeRole(context, { accountId: person.accountId, role });
      print(options.json, { userId: person.userId, role }, [
        `${person.userId} (${person.name}) is not ${role} any more.`,
      ]);
    });
}

interface CreateOptions {
  readonly role?: string;
  readonly language: string;
  readonly json?: boolean;
}

function exampleOf(words: string): string {
  return `\nExample:\n  npm run -s plenaria -- account ${words}`;
}
