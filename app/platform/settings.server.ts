// What this installation was told by its environment, checked once at start. Production refuses what is unsafe and says which.
import { z } from "zod";
import type { Result } from "#app/lib/result/index.ts";
import { err, ok } from "#app/lib/result/index.ts";

/** "demonstration": invented people, mail kept in a mailbox page, a banner on every page. "production": real. */
export type Mode = "demonstration" | "production";

export interface Settings {
  readonly mode: Mode;
  /** "file:…" (SQLite) or "postgresql://…". */
  readonly databaseUrl: string;
  /** Where people reach this installation, without a trailing slash. */
  readonly baseUrl: string;
  readonly port: number;
  /** Where WHOIS answers; 0: not here. */
  readonly whoisPort: number;
  /** A folder with IANA's bootstrap files, which say what other registries answer for; absent: nobody is referred to. */
  readonly rdapBootstrapFolder?: string;
  /** Who is asked for the addresses of name servers ("192.0.2.53", "127.0.0.1:5300"); absent: the machine's resolver. */
  readonly dnsResolvers?: readonly string[];
  /** The port on which name servers answer; absent: 53, and only at addresses that the whole Internet reaches. */
  readonly dnsPort?: number;
  /** The folder of keys, the embedded database and, in demonstration mode, the mailbox. */
  readonly folder: string;
  /** Encrypts what must be readable again (authenticator secrets) and signs cookies. At least 32 bytes. */
  readonly secret: string;
  /** Where mail is handed over: smtps://, or smtp:// with STARTTLS (required unless the host is this machine). Absent: the mailbox alone. */
  readonly smtpUrl?: string;
  readonly mailFrom: string;
  /** Where returned mail comes to, as `bounces+TOKEN@…`; absent: to the sender, and without a token. */
  readonly bounceAddress?: string;
  /** Proxies before us whose X-Forwarded-For is to be believed. */
  readonly trustedProxies: number;
}

/** One thing that is wrong with the settings, for the person who starts the program. */
export interface SettingsProblem {
  readonly variable: string;
  readonly problem: string;
  readonly remedy: string;
}

const schema = z.object({
  PLENARIA_MODE: z.enum(["demonstration", "production"]).default("demonstration"),
  DATABASE_URL: z
    .string()
    .regex(/^(file:|postgres(ql)?:\/\/|$)/, 'must begin with "file:" (SQLite) or "postgresql://"')
    .default(""),
  PLENARIA_URL: z.url().optional(),
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  PLENARIA_WHOIS_PORT: z.coerce.number().int().min(0).max(65_535).default(4343),
  PLENARIA_RDAP_BOOTSTRAP: z.string().min(1).optional(),
  PLENARIA_DNS_RESOLVERS: z
    .string()
    .regex(/^[0-9a-fA-F.:[\], ]+$/, "must be addresses, separated by commas, such as 192.0.2.53,127.0.0.1:5300")
    .optional(),
  PLENARIA_DNS_PORT: z.coerce.number().int().min(1).max(65_535).optional(),
  PLENARIA_FOLDER: z.string().default("data"),
  PLENARIA_SECRET: z.string().optional(),
  SMTP_URL: z.string().optional(),
  PLENARIA_MAIL_FROM: z.string().default("Plenaria <elections@plenaria.example>"),
  PLENARIA_BOUNCE_ADDRESS: z
    .email("must be one address, such as bounces@example.org")
    .refine(
      (address) => !address.includes("+"),
      "must not have a plus: what comes behind one says which mail came back",
    )
    // Why: RFC 5321 §4.5.3.1.1 gives 64 octets to what stands before the @, and a plus with 32 letters is added to it.
    .refine((address) => address.indexOf("@") <= 31, "has too long a part before the @: at most 31 letters")
    .optional(),
  PLENARIA_TRUSTED_PROXIES: z.coerce.number().int().min(0).optional(),
});

/**
 * Reads the settings from environment variables.
 *
 * `demonstrationSecret` is the random secret that a demonstration keeps in its folder;
 * production must bring its own.
 */
export function readSettings(
  environment: Readonly<Record<string, string | undefined>>,
  demonstrationSecret: string,
): Result<Settings, SettingsProblem[]> {
  const given = schema.safeParse(environment);
  if (!given.success) {
    return err(
      given.error.issues.map((issue) => ({
        variable: issue.path.join("."),
        problem: issue.message,
        remedy: "Correct this environment variable and start again.",
      })),
    );
  }
  const values = given.data;
  const settings: Settings = {
    mode: values.PLENARIA_MODE,
    databaseUrl: values.DATABASE_URL || `file:${values.PLENARIA_FOLDER}/plenaria.db`,
    baseUrl: (values.PLENARIA_URL ?? `http://localhost:${values.PORT}`).replace(/\/$/, ""),
    port: values.PORT,
    whoisPort: values.PLENARIA_WHOIS_PORT,
    ...(values.PLENARIA_RDAP_BOOTSTRAP === undefined ? {} : { rdapBootstrapFolder: values.PLENARIA_RDAP_BOOTSTRAP }),
    ...(values.PLENARIA_DNS_RESOLVERS === undefined
      ? {}
      : { dnsResolvers: values.PLENARIA_DNS_RESOLVERS.split(",").map((address) => address.trim()) }),
    ...(values.PLENARIA_DNS_PORT === undefined ? {} : { dnsPort: values.PLENARIA_DNS_PORT }),
    folder: values.PLENARIA_FOLDER,
    secret: values.PLENARIA_SECRET ?? demonstrationSecret,
    ...(values.SMTP_URL === undefined ? {} : { smtpUrl: values.SMTP_URL }),
    mailFrom: values.PLENARIA_MAIL_FROM,
    ...(values.PLENARIA_BOUNCE_ADDRESS === undefined ? {} : { bounceAddress: values.PLENARIA_BOUNCE_ADDRESS }),
    trustedProxies: values.PLENARIA_TRUSTED_PROXIES ?? 0,
  };
  const problems = settings.mode === "production" ? findInsecureSettings(settings, values) : [];
  return problems.length > 0 ? err(problems) : ok(settings);
}

/** What production must not be started with. Source: ASVS 5.0 §6.3.2, §12.2.1. */
function findInsecureSettings(settings: Settings, given: z.infer<typeof schema>): SettingsProblem[] {
  const problems: SettingsProblem[] = [];
  const secret = given.PLENARIA_SECRET;
  if (secret === undefined || secret.length < 32) {
    problems.push({
      variable: "PLENARIA_SECRET",
      problem: secret === undefined ? "is missing" : "is shorter than 32 characters",
      remedy: "Set it to a long random text, for example the output of: openssl rand -base64 48",
    });
  }
  if (!settings.baseUrl.startsWith("https://")) {
    problems.push({
      variable: "PLENARIA_URL",
      problem: `is ${settings.baseUrl}, which is not https`,
      remedy: "Set it to the https address at which members reach this installation.",
    });
  }
  if (settings.smtpUrl === undefined) {
    problems.push({
      variable: "SMTP_URL",
      problem: "is missing, so no mail could be sent",
      remedy: "Set it to your mail server, for example smtps://user:password@mail.example.org",
    });
  }
  if (settings.smtpUrl !== undefined && !isSmtpAddress(settings.smtpUrl)) {
    problems.push({
      variable: "SMTP_URL",
      problem: "is not the address of a mail server that is reached by encrypted SMTP",
      remedy:
        "It begins with smtps:// (encrypted from the first byte) or smtp:// (STARTTLS is then required, except on this machine), without TLS options.",
    });
  }
  // Why explicit: a proxy that is not counted makes everybody one network, and one too many lets anybody invent an address.
  if (given.PLENARIA_TRUSTED_PROXIES === undefined) {
    problems.push({
      variable: "PLENARIA_TRUSTED_PROXIES",
      problem: "is missing, so nobody knows whose word on the client's address to believe",
      remedy:
        "Set it to the number of proxies between the Internet and this program: usually 1; 0 if clients connect directly.",
    });
  }
  if (settings.mailFrom.includes("plenaria.example")) {
    problems.push({
      variable: "PLENARIA_MAIL_FROM",
      problem: "is still the example address",
      remedy: 'Set it to the sender that members know, for example "Elections <elections@example.org>".',
    });
  }
  return problems;
}

function isSmtpAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, searchParams } = new URL(text);
  // Security: options in the address would win over ours, and some of them turn the encryption off.
  const isWeakened = [...searchParams.keys()].some((option) => /^(secure|ignoreTLS|requireTLS|tls\b)/i.test(option));
  return ["smtp:", "smtps:"].includes(protocol) && hostname !== "" && !isWeakened;
}

/**
 * Whether a mail server must speak TLS before it is given a mail: with smtp:// always, except on this machine.
 * smtps:// begins with TLS, so nothing need be asked for.
 */
export function requiresStartTls(smtpUrl: string): boolean {
  const { protocol, hostname } = new URL(smtpUrl);
  return protocol === "smtp:" && !["localhost", "[::1]"].includes(hostname) && !/^127(\.\d{1,3}){3}$/.test(hostname);
}
