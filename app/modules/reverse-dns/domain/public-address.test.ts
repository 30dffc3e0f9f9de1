// Which addresses of a name server are asked.
import { expect, test } from "vitest";
import { isPublicAddress } from "./public-address.ts";

test("a name server is asked only at an address that the whole Internet reaches", () => {
  for (const address of ["200.3.12.1", "192.88.98.1", "2001:1388::1", "2800:a4::53"]) {
    expect(isPublicAddress(address), address).toBe(true);
  }
  const ours = ["127.0.0.1", "0.0.0.0", "10.1.2.3", "169.254.169.254", "172.31.0.1", "192.168.1.1", "100.64.0.1"];
  const nobodys = ["224.0.0.251", "255.255.255.255", "192.0.2.1", "2001:db8::1", "ff02::1", "fe80::1", "fd00::1", "::"];
  const disguised = ["::1", "::ffff:127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::1", "2001:0:7f00:1::1", "no address"];
  for (const address of [...ours, ...nobodys, ...disguised]) expect(isPublicAddress(address), address).toBe(false);
});
