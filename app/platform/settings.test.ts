// What production refuses to start with: each setting that is not safe is named.
import { describe, expect, test } from "vitest";
import { readSettings, requiresStartTls } from "./settings.server.ts";

const production = {
  PLENARIA_MODE: "production",
  PLENARIA_URL: "https://votes.example.org",
  PLENARIA_SECRET: "a text that is long enough to be a secret",
  SMTP_URL: "smtps://user:password@mail.example.org",
  PLENARIA_MAIL_FROM: "Elections <elections@example.org>",
  PLENARIA_TRUSTED_PROXIES: "1",
};

function problemsOf(change: Readonly<Record<string, string | undefined>>): string[] {
  const settings = readSettings({ ...production, ...change }, "the demonstration's own secret, long enough");
  return settings.ok ? [] : settings.error.map(({ variable }) => variable);
}

describe("production", () => {
  test("starts with safe settings", () => {
    expect(problemsOf({})).toEqual([]);
    expect(problemsOf({ PLENARIA_TRUSTED_PROXIES: "0" })).toEqual([]);
    expect(problemsOf({ SMTP_URL: "smtp://mail.example.org:587" })).toEqual([]);
    expect(problemsOf({ SMTP_URL: "smtp://127.0.0.1:25" })).toEqual([]);
    expect(problemsOf({ PLENARIA_BOUNCE_ADDRESS: "bounces@example.org" })).toEqual([]);
  });

  test.each([
    ["PLENARIA_SECRET", undefined],
    ["PLENARIA_SECRET", "short"],
    ["PLENARIA_URL", undefined],
    ["PLENARIA_URL", "http://votes.example.org"],
    ["SMTP_URL", undefined],
    ["SMTP_URL", "http://mail.example.org"],
    ["SMTP_URL", "mail.example.org"],
    ["SMTP_URL", "smtp://mail.example.org?ignoreTLS=true"],
    ["SMTP_URL", "smtps://mail.example.org?tls.rejectUnauthorized=false"],
    ["PLENARIA_MAIL_FROM", undefined],
    ["PLENARIA_BOUNCE_ADDRESS", "bounces"],
    ["PLENARIA_BOUNCE_ADDRESS", "bounces+all@example.org"],
    ["PLENARIA_BOUNCE_ADDRESS", `${"b".repeat(32)}@example.org`],
    ["PLENARIA_TRUSTED_PROXIES", undefined],
    ["PLENARIA_TRUSTED_PROXIES", "-1"],
    ["DATABASE_URL", "mysql://localhost/plenaria"],
  ])("does not start when %s is %j, and names it", (variable, value) => {
    expect(problemsOf({ [variable]: value })).toEqual([variable]);
  });
});

test("a demonstration starts with nothing set", () => {
  expect(readSettings({}, "the demonstration's own secret, long enough")).toMatchObject({
    ok: true,
    value: { mode: "demonstration", trustedProxies: 0 },
  });
});

test.each([
  ["smtp://mail.example.org", true],
  ["smtp://user:password@192.0.2.1:587", true],
  ["smtp://127.0.0.1.example.org", true],
  ["smtps://mail.example.org", false],
  ["smtp://localhost:25", false],
  ["smtp://127.0.0.1:25", false],
  ["smtp://[::1]:25", false],
])("%s: STARTTLS required is %s", (url, isRequired) => {
  expect(requiresStartTls(url)).toBe(isRequired);
});
