using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Resumai.Server.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class DisplayAtScale : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_display_skills_skill",
                table: "display_skills");

            migrationBuilder.DropIndex(
                name: "ix_display_languages_code_rank",
                table: "display_languages");

            migrationBuilder.DropIndex(
                name: "ix_asset_tags_tag",
                table: "asset_tags");

            migrationBuilder.AddColumn<Guid>(
                name: "account_id",
                table: "display_skills",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<string>(
                name: "environment",
                table: "display_skills",
                type: "text",
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<Guid>(
                name: "account_id",
                table: "display_languages",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<string>(
                name: "environment",
                table: "display_languages",
                type: "text",
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<Guid>(
                name: "account_id",
                table: "asset_tags",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<string>(
                name: "environment",
                table: "asset_tags",
                type: "text",
                nullable: false,
                defaultValue: "",
                collation: "C");

            // By hand. Rows that are there, and those that a server of an earlier version writes meanwhile, get the owner of their asset.

            migrationBuilder.Sql("UPDATE display_skills SET account_id = o.account_id, environment = o.environment FROM display_rows AS o WHERE o.asset_id = display_skills.asset_id");
            migrationBuilder.Sql(
                """
                CREATE FUNCTION display_skills_owned() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    SELECT o.account_id, o.environment INTO new.account_id, new.environment FROM display_rows AS o WHERE o.asset_id = new.asset_id;
                    RETURN new;
                END
                $$;
                CREATE TRIGGER display_skills_owned BEFORE INSERT ON display_skills FOR EACH ROW WHEN (new.environment = '') EXECUTE FUNCTION display_skills_owned();
                """);

            migrationBuilder.Sql("UPDATE display_languages SET account_id = o.account_id, environment = o.environment FROM display_rows AS o WHERE o.asset_id = display_languages.asset_id");
            migrationBuilder.Sql(
                """
                CREATE FUNCTION display_languages_owned() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    SELECT o.account_id, o.environment INTO new.account_id, new.environment FROM display_rows AS o WHERE o.asset_id = new.asset_id;
                    RETURN new;
                END
                $$;
                CREATE TRIGGER display_languages_owned BEFORE INSERT ON display_languages FOR EACH ROW WHEN (new.environment = '') EXECUTE FUNCTION display_languages_owned();
                """);

            migrationBuilder.Sql("UPDATE asset_tags SET account_id = o.account_id, environment = o.environment FROM assets AS o WHERE o.id = asset_tags.asset_id");
            migrationBuilder.Sql(
                """
                CREATE FUNCTION asset_tags_owned() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    SELECT o.account_id, o.environment INTO new.account_id, new.environment FROM assets AS o WHERE o.id = new.asset_id;
                    RETURN new;
                END
                $$;
                CREATE TRIGGER asset_tags_owned BEFORE INSERT ON asset_tags FOR EACH ROW WHEN (new.environment = '') EXECUTE FUNCTION asset_tags_owned();
                """);

            // Terms began with 33 characters of their owner: with 13 they take half the room. Servers of an earlier version write the long ones.
            migrationBuilder.Sql(
                """
                CREATE FUNCTION search_terms_short(terms tsvector) RETURNS tsvector LANGUAGE sql IMMUTABLE AS
                $$ SELECT array_to_tsvector(coalesce(array_agg(substr(term, 21)), '{}')) FROM unnest(tsvector_to_array(terms)) AS term $$;
                UPDATE search_terms SET terms = search_terms_short(terms);
                CREATE FUNCTION search_terms_shorten() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    new.terms := search_terms_short(new.terms);
                    RETURN new;
                END
                $$;
                CREATE TRIGGER search_terms_shorten BEFORE INSERT ON search_terms FOR EACH ROW
                WHEN ((tsvector_to_array(new.terms))[1] ~ '^[0-9a-f]{32}[lt]') EXECUTE FUNCTION search_terms_shorten();
                """);

            migrationBuilder.CreateIndex(
                name: "ix_display_skills_account_id_environment_skill_asset_id",
                table: "display_skills",
                columns: new[] { "account_id", "environment", "skill", "asset_id" });

            migrationBuilder.CreateIndex(
                name: "ix_display_rows_account_id_environment_city_key_asset_id",
                table: "display_rows",
                columns: new[] { "account_id", "environment", "city_key", "asset_id" });

            migrationBuilder.CreateIndex(
                name: "ix_display_rows_account_id_environment_country_code_asset_id",
                table: "display_rows",
                columns: new[] { "account_id", "environment", "country_code", "asset_id" });

            migrationBuilder.CreateIndex(
                name: "ix_display_rows_account_id_environment_degree_rank_asset_id",
                table: "display_rows",
                columns: new[] { "account_id", "environment", "degree_rank", "asset_id" });

            migrationBuilder.CreateIndex(
                name: "ix_display_languages_account_id_environment_code_rank_asset_id",
                table: "display_languages",
                columns: new[] { "account_id", "environment", "code", "rank", "asset_id" });

            migrationBuilder.CreateIndex(
                name: "ix_asset_tags_account_id_environment_tag_asset_id",
                table: "asset_tags",
                columns: new[] { "account_id", "environment", "tag", "asset_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                DROP TRIGGER search_terms_shorten ON search_terms; DROP FUNCTION search_terms_shorten(); DROP FUNCTION search_terms_short(tsvector);
                UPDATE search_terms SET terms = array_to_tsvector(ARRAY(
                    SELECT replace(left(r.account_id::text, 24), '-', '') || term FROM unnest(tsvector_to_array(terms)) AS term))
                FROM display_rows AS r WHERE r.asset_id = search_terms.asset_id;
                """);
            migrationBuilder.Sql("DROP TRIGGER display_skills_owned ON display_skills; DROP FUNCTION display_skills_owned()");
            migrationBuilder.Sql("DROP TRIGGER display_languages_owned ON display_languages; DROP FUNCTION display_languages_owned()");
            migrationBuilder.Sql("DROP TRIGGER asset_tags_owned ON asset_tags; DROP FUNCTION asset_tags_owned()");

            migrationBuilder.DropIndex(
                name: "ix_display_skills_account_id_environment_skill_asset_id",
                table: "display_skills");

            migrationBuilder.DropIndex(
                name: "ix_display_rows_account_id_environment_city_key_asset_id",
                table: "display_rows");

            migrationBuilder.DropIndex(
                name: "ix_display_rows_account_id_environment_country_code_asset_id",
                table: "display_rows");

            migrationBuilder.DropIndex(
                name: "ix_display_rows_account_id_environment_degree_rank_asset_id",
                table: "display_rows");

            migrationBuilder.DropIndex(
                name: "ix_display_languages_account_id_environment_code_rank_asset_id",
                table: "display_languages");

            migrationBuilder.DropIndex(
                name: "ix_asset_tags_account_id_environment_tag_asset_id",
                table: "asset_tags");

            migrationBuilder.DropColumn(
                name: "account_id",
                table: "display_skills");

            migrationBuilder.DropColumn(
                name: "environment",
                table: "display_skills");

            migrationBuilder.DropColumn(
                name: "account_id",
                table: "display_languages");

            migrationBuilder.DropColumn(
                name: "environment",
                table: "display_languages");

            migrationBuilder.DropColumn(
                name: "account_id",
                table: "asset_tags");

            migrationBuilder.DropColumn(
                name: "environment",
                table: "asset_tags");

            migrationBuilder.CreateIndex(
                name: "ix_display_skills_skill",
                table: "display_skills",
                column: "skill");

            migrationBuilder.CreateIndex(
                name: "ix_display_languages_code_rank",
                table: "display_languages",
                columns: new[] { "code", "rank" });

            migrationBuilder.CreateIndex(
                name: "ix_asset_tags_tag",
                table: "asset_tags",
                column: "tag");
        }
    }
}
