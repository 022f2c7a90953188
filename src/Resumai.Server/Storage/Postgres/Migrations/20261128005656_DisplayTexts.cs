using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Resumai.Server.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class DisplayTexts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // By hand: each title and employer once, and which rows have it, kept by the database itself, so that an earlier server beside a newer one keeps it too. Two writers
            // may each bring the same new text, which does no harm. A text that nothing has any more goes with the next sweep, not with its last row: thousands of rows of one
            // text go at once. Whoever finds a text holds it until its row is there.
            migrationBuilder.Sql(
                """
                CREATE TABLE display_texts (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, text text COLLATE "C" NOT NULL);
                CREATE TABLE display_text_rows (
                    text_id bigint NOT NULL REFERENCES display_texts (id),
                    part smallint NOT NULL,
                    account_id uuid NOT NULL,
                    environment text COLLATE "C" NOT NULL,
                    asset_id uuid NOT NULL REFERENCES display_rows (asset_id) ON DELETE CASCADE,
                    PRIMARY KEY (text_id, part, account_id, environment, asset_id));
                CREATE INDEX ix_display_text_rows_asset_id ON display_text_rows (asset_id);

                CREATE FUNCTION display_text_of(wanted text) RETURNS bigint LANGUAGE plpgsql AS $$
                DECLARE found bigint;
                BEGIN
                    SELECT id INTO found FROM display_texts WHERE text = wanted LIMIT 1 FOR KEY SHARE;
                    IF found IS NULL THEN
                        INSERT INTO display_texts (text) VALUES (wanted) RETURNING id INTO found;
                    END IF;
                    RETURN found;
                END
                $$;
                CREATE FUNCTION display_texts_follow() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    IF TG_OP = 'UPDATE' THEN
                        DELETE FROM display_text_rows WHERE asset_id = NEW.asset_id;
                    END IF;
                    IF NEW.title_folded IS NOT NULL THEN
                        INSERT INTO display_text_rows VALUES (display_text_of(NEW.title_folded), 0, NEW.account_id, NEW.environment, NEW.asset_id);
                    END IF;
                    IF NEW.employer_folded IS NOT NULL THEN
                        INSERT INTO display_text_rows VALUES (display_text_of(NEW.employer_folded), 1, NEW.account_id, NEW.environment, NEW.asset_id);
                    END IF;
                    RETURN NULL;
                END
                $$;
                CREATE TRIGGER display_texts_follow AFTER INSERT OR UPDATE OF title_folded, employer_folded ON display_rows
                    FOR EACH ROW EXECUTE FUNCTION display_texts_follow();

                INSERT INTO display_texts (text) SELECT title_folded FROM display_rows WHERE title_folded IS NOT NULL
                    UNION SELECT employer_folded FROM display_rows WHERE employer_folded IS NOT NULL;
                INSERT INTO display_text_rows SELECT t.id, 0, r.account_id, r.environment, r.asset_id FROM display_rows AS r JOIN display_texts AS t ON t.text = r.title_folded;
                INSERT INTO display_text_rows SELECT t.id, 1, r.account_id, r.environment, r.asset_id FROM display_rows AS r JOIN display_texts AS t ON t.text = r.employer_folded;
                CREATE INDEX ix_display_texts_text ON display_texts USING hash (text);
                DO $$
                BEGIN
                    IF EXISTS (SELECT FROM pg_opclass WHERE opcname = 'gin_trgm_ops') THEN
                        CREATE INDEX ix_display_texts_parts ON display_texts USING gin (text gin_trgm_ops);
                    END IF;
                END
                $$;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                DROP TRIGGER display_texts_follow ON display_rows;
                DROP FUNCTION display_texts_follow, display_text_of;
                DROP TABLE display_text_rows, display_texts;
                """);
        }
    }
}
