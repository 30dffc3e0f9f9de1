// The addresses of the register of resources.

/** @type {import("../../urls.js").Url[]} */
export const urls = [{ path: "staff/register", door: "staff", file: "modules/resources/routes/staff/register.tsx" }];
