/** Applies what is missing; answers the names of the migrations it applied. */
export function migrateDatabase(databaseUrl: string): Promise<string[]>;
