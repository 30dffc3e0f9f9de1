import { expect, test } from "vitest";
import { firstFreeHandle, handleStem, isHandle, isHandleSuffix } from "./handle.ts";

test("the stem of a handle reminds of the name", () => {
  expect(handleStem("Universidad Nacional Autónoma de México")).toBe("UNAM");
  expect(handleStem("Cable Onda")).toBe("CAON");
  expect(handleStem("Telecomunicaciones")).toBe("TELE");
  expect(handleStem("Redes del Sur S.A.")).toBe("RESU");
  expect(handleStem("Conexão Rápida Telecom Ltda")).toBe("CORT");
});

test("a name without Latin letters still gets four letters", () => {
  expect(handleStem("42")).toBe("XXXX");
  expect(handleStem("東京")).toBe("XXXX");
  expect(handleStem("De")).toBe("DEXX");
});

test("the second organisation with the same letters gets a number", () => {
  expect(firstFreeHandle("PA", "Cable Onda", "PLEN", new Set())).toBe("PA-CAON-PLEN");
  expect(firstFreeHandle("PA", "Cable Onda", "PLEN", new Set(["PA-CAON-PLEN", "PA-CAON1-PLEN"]))).toBe("PA-CAON2-PLEN");
});

test("a handle is recognised by its form", () => {
  expect(isHandle("UY-LACN-LACNIC")).toBe(true);
  expect(isHandle("MX-MSCV17-LACNIC")).toBe(true);
  for (const wrong of ["", "uy-lacn-lacnic", "URY-LACN-LACNIC", "UY-LAC-LACNIC", "UY-LACN", "UY-LACN-LAC NIC"]) {
    expect(isHandle(wrong)).toBe(false);
  }
  expect(isHandleSuffix("LACNIC")).toBe(true);
  expect(isHandleSuffix("lac-nic")).toBe(false);
});
