// The same address, however it was typed. Why small letters altogether: no mail server in use tells capitals apart before the @.

export function addressKey(address: string): string {
  return address.trim().toLowerCase();
}
