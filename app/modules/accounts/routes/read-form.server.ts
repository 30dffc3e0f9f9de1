// Reads the fields of a form. A missing or overlong one reads as empty or cut: the command then refuses it like any wrong one.

export function readText(form: FormData, name: string, longest = 256): string {
  const value = form.get(name);
  return typeof value === "string" ? value.slice(0, longest) : "";
}
