/** Applies what is missing; answers the names of the migrations it applied. */
export function migrateDatabase(databaseUrl: string): Promise<string[]>;
/** The names of the migrations that the database lacks, oldest first. */
export function listMissingMigrations(databaseUrl: string): Promise<string[]>;
