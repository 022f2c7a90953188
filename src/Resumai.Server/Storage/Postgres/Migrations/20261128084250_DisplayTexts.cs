using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Resumai.Server.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class DisplayTexts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "display_text_changes",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    environment = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    part = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    change = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_display_text_changes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "display_texts",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    environment = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    part = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    text_hash = table.Column<long>(type: "bigint", nullable: false, computedColumnSql: "hashtextextended(text, 0)", stored: true),
                    rows = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_display_texts", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_display_text_changes_account_id_environment_part",
                table: "display_text_changes",
                columns: new[] { "account_id", "environment", "part" },
                filter: "change < 0");

            migrationBuilder.CreateIndex(
                name: "ix_display_texts_account_id_environment_part_text_hash",
                table: "display_texts",
                columns: new[] { "account_id", "environment", "part", "text_hash" });

            // By hand. What comes and goes is written down by a trigger, for servers of an earlier version too; to make it waits for writers and keeps them waiting
            // until all is counted.
            migrationBuilder.Sql(
                """
                CREATE FUNCTION display_rows_texts() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    IF tg_op <> 'INSERT' THEN
                        INSERT INTO display_text_changes (account_id, environment, part, text, change)
                        SELECT old.account_id, old.environment, t.part, t.text, -1 FROM (VALUES (0, old.title_folded), (1, old.employer_folded)) AS t (part, text) WHERE t.text IS NOT NULL;
                    END IF;
                    IF tg_op <> 'DELETE' THEN
                        INSERT INTO display_text_changes (account_id, environment, part, text, change)
                        SELECT new.account_id, new.environment, t.part, t.text, 1 FROM (VALUES (0, new.title_folded), (1, new.employer_folded)) AS t (part, text) WHERE t.text IS NOT NULL;
                    END IF;
                    RETURN NULL;
                END
                $$;
                CREATE TRIGGER display_rows_texts AFTER INSERT OR DELETE OR UPDATE OF title_folded, employer_folded ON display_rows FOR EACH ROW EXECUTE FUNCTION display_rows_texts();
                """);
            // Kept, for whoever writes rows without triggers, as bench/Seed does.
            migrationBuilder.Sql(
                """
                CREATE FUNCTION display_texts_recount() RETURNS void LANGUAGE plpgsql AS $$
                BEGIN
                    LOCK TABLE display_rows IN SHARE ROW EXCLUSIVE MODE;
                    DELETE FROM display_text_changes;
                    DELETE FROM display_texts;
                    INSERT INTO display_texts (account_id, environment, part, text, rows)
                    SELECT r.account_id, r.environment, t.part, t.text, count(*)::int FROM display_rows AS r, LATERAL (VALUES (0, r.title_folded), (1, r.employer_folded)) AS t (part, text)
                    WHERE t.text IS NOT NULL GROUP BY r.account_id, r.environment, t.part, t.text;
                    ANALYZE display_texts;
                END
                $$;
                SELECT display_texts_recount();
                """);
            migrationBuilder.Sql(
                """
                DO $$
                BEGIN
                    CREATE INDEX ix_display_texts_titles ON display_texts USING gin (text gin_trgm_ops) WITH (fastupdate = off) WHERE part = 0;
                    CREATE INDEX ix_display_texts_employers ON display_texts USING gin (text gin_trgm_ops) WITH (fastupdate = off) WHERE part = 1;
                EXCEPTION
                    WHEN undefined_object THEN
                        RAISE WARNING 'pg_trgm is not there: %', sqlerrm;
                END
                $$
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TRIGGER display_rows_texts ON display_rows; DROP FUNCTION display_rows_texts(), display_texts_recount()");

            migrationBuilder.DropTable(
                name: "display_text_changes");

            migrationBuilder.DropTable(
                name: "display_texts");
        }
    }
}
