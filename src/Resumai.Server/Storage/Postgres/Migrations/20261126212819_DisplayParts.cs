using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Resumai.Server.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class DisplayParts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // By hand. Finds a part of a title or of an employer's name by its runs of three characters. Where the extension may not be made or is not
            // installed, all goes on without it: these two filters then look at every row of the account.
            migrationBuilder.Sql(
                """
                DO $$
                BEGIN
                    CREATE EXTENSION IF NOT EXISTS pg_trgm;
                    CREATE INDEX ix_display_rows_title_parts ON display_rows USING gin (title_folded gin_trgm_ops);
                    CREATE INDEX ix_display_rows_employer_parts ON display_rows USING gin (employer_folded gin_trgm_ops);
                EXCEPTION
                    WHEN insufficient_privilege OR undefined_file OR feature_not_supported THEN
                        RAISE WARNING 'pg_trgm is not there: %', sqlerrm;
                END
                $$
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP INDEX IF EXISTS ix_display_rows_title_parts, ix_display_rows_employer_parts");
        }
    }
}
