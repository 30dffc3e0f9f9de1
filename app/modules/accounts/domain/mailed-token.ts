// The token of a mailed link, out of what stands behind the "#" or out of what somebody pasted: the whole link, its end, or the token.

export function tokenIn(text: string): string {
  return (text.trim().split(/[#/]/).at(-1) ?? "").replace(/^token=/, "");
}
