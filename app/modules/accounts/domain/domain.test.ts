// The small rules of accounts: paths, networks, passwords, user IDs, codes.
import { expect, test } from "vitest";
import { seededRandomness } from "#app/platform/randomness.server.ts";
import {
  authenticatorCode,
  findAuthenticatorStep,
  openAuthenticatorSecret,
  sealAuthenticatorSecret,
} from "./authenticator.ts";
import { networkOf } from "./client-network.ts";
import { deviceName } from "./device-name.ts";
import { judgePassword } from "./password-rules.ts";
import { inventPassword } from "./passwords.ts";
import { hashRecoveryCode, inventRecoveryCodes } from "./recovery-codes.ts";
import { safePath } from "./safe-path.ts";
import { initialsOf, isUserId, UserIdDispenser } from "./user-id.ts";

test.each([
  ["/my/elections/e1?x=1#top", "/my/elections/e1?x=1#top"],
  ["//evil.example", "/"],
  ["/\\evil.example", "/"],
  ["/\t/evil.example", "/"],
  ["https://evil.example/", "/"],
  ["javascript:alert(1)", "/"],
  ["my", "/"],
  [null, "/"],
  [`/${"x".repeat(3000)}`, "/"],
])("sends %j to %j and never to another site", (wished, path) => {
  expect(safePath(wished)).toBe(path);
});

test.each([
  ["192.0.2.7", "192.0.2.7"],
  ["::ffff:192.0.2.7", "192.0.2.7"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:0db8:0001:0002::99", "2001:db8:1:2::/64"],
  ["2001:db8::1", "2001:db8:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
])("counts %s as %s", (address, network) => {
  expect(networkOf(address)).toBe(network);
});

test.each([
  ["corta", "PASSWORD_TOO_SHORT"],
  ["x".repeat(257), "PASSWORD_TOO_LONG"],
  ["MariaPaz2026!", "PASSWORD_NAMES_PERSON"],
  ["map193-map193", "PASSWORD_NAMES_PERSON"],
  ["123456789012", "PASSWORD_COMMON"],
  ["aaaaaaaaaaaa", "PASSWORD_COMMON"],
  ["P4ssw0rd2026!", "PASSWORD_COMMON"],
  ["contraseña1234", "PASSWORD_COMMON"],
  ["lacnic2026lacnic", "PASSWORD_COMMON"],
])("refuses the password %s with %s", (password, code) => {
  expect(judgePassword(password, maria)).toMatchObject({ ok: false, error: { code } });
});

test.each([
  "correct horse battery staple",
  "tres tristes tigres",
  "maria y el caballo azul",
  "пять зелёных манго",
  "kq7d-mm2p-xw9r-tt4f",
])("takes the password %s", (password) => {
  expect(judgePassword(password, maria).ok).toBe(true);
});

test("every password that it invents is one that it would take", () => {
  const random = seededRandomness("passwords");
  for (let count = 0; count < 200; count += 1) {
    const password = inventPassword(random);
    expect(password).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/);
    expect(judgePassword(password, maria).ok).toBe(true);
  }
});

test.each([
  ["María Paz", "MPA"],
  ["Ana María Núñez Soto", "AMS"],
  ["Li", "LIX"],
  ["Ж", "XXX"],
])("makes of the name %s the letters %s", (name, letters) => {
  expect(initialsOf(name)).toBe(letters);
});

test("gives out user IDs that nobody has", () => {
  const dispenser = new UserIdDispenser(["MPA1", "MPA3"]);
  expect([1, 2, 3].map(() => dispenser.dispense("María Paz"))).toEqual(["MPA2", "MPA4", "MPA5"]);
  expect(dispenser.take("MPA2")).toBe(false);
  expect(["MAP193", "CAO", "A1", "MAP193X"].map(isUserId)).toEqual([true, true, false, false]);
});

test("a code of the authenticator belongs to a step of half a minute, and later ones only count", async () => {
  const secret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
  const at = new Date("2026-03-02T15:00:00Z");
  const code = await authenticatorCode(secret, at);
  const step = at.getTime() / 30_000;
  expect(await findAuthenticatorStep(secret, code, at, null)).toBe(step);
  expect(await findAuthenticatorStep(secret, code, new Date(at.getTime() + 30_000), null)).toBe(step);
  expect(await findAuthenticatorStep(secret, code, new Date(at.getTime() - 30_000), null)).toBe(step);
  expect(await findAuthenticatorStep(secret, code, new Date(at.getTime() + 60_000), null)).toBeUndefined();
  expect(await findAuthenticatorStep(secret, code, at, step)).toBeUndefined();
});

test("an authenticator's secret opens only with the same key and for the same account", () => {
  const sealed = sealAuthenticatorSecret(seededRandomness("iv"), "key", "account-1", "SECRET");
  expect(openAuthenticatorSecret("key", "account-1", sealed)).toBe("SECRET");
  expect(() => openAuthenticatorSecret("other key", "account-1", sealed)).toThrow();
  expect(() => openAuthenticatorSecret("key", "account-2", sealed)).toThrow();
});

test("a recovery code is the same with small letters, spaces and misread letters", () => {
  const [code = ""] = inventRecoveryCodes(seededRandomness("codes"));
  expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
  const misread = code.toLowerCase().replace("-", "  ").replaceAll("0", "o").replaceAll("1", "l");
  expect(hashRecoveryCode("key", misread)).toBe(hashRecoveryCode("key", code));
  expect(hashRecoveryCode("other key", code)).not.toBe(hashRecoveryCode("key", code));
});

test.each([
  ["Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0", "Firefox, Linux"],
  [
    "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Mobile Safari/537.36",
    "Chrome, Android",
  ],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Version/17.5 Mobile/15E148 Safari/604.1",
    "Safari, iPhone",
  ],
  [
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/126.0 Safari/537.36 Edg/126.0",
    "Edge, Windows",
  ],
  ["curl/8.0", ""],
])("knows the browser of %s", (userAgent, name) => {
  expect(deviceName(userAgent)).toBe(name);
});

const maria = { userId: "MAP193", name: "María Paz", email: "maria.paz@example.org" };
