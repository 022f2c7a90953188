using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Resumai.Server.Storage.Sqlite.Migrations
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
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<string>(
                name: "environment",
                table: "display_skills",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "account_id",
                table: "display_languages",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<string>(
                name: "environment",
                table: "display_languages",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "account_id",
                table: "asset_tags",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<string>(
                name: "environment",
                table: "asset_tags",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            // By hand. Rows that are there, and those that a server of an earlier version writes meanwhile, get the owner of their asset.

            migrationBuilder.Sql("UPDATE display_skills SET account_id = o.account_id, environment = o.environment FROM display_rows AS o WHERE o.asset_id = display_skills.asset_id");
            migrationBuilder.Sql(
                """
                CREATE TRIGGER display_skills_owned AFTER INSERT ON display_skills WHEN new.environment = ''
                BEGIN
                    UPDATE display_skills SET account_id = o.account_id, environment = o.environment FROM display_rows AS o
                    WHERE o.asset_id = new.asset_id AND display_skills.rowid = new.rowid;
                END
                """);

            migrationBuilder.Sql("UPDATE display_languages SET account_id = o.account_id, environment = o.environment FROM display_rows AS o WHERE o.asset_id = display_languages.asset_id");
            migrationBuilder.Sql(
                """
                CREATE TRIGGER display_languages_owned AFTER INSERT ON display_languages WHEN new.environment = ''
                BEGIN
                    UPDATE display_languages SET account_id = o.account_id, environment = o.environment FROM display_rows AS o
                    WHERE o.asset_id = new.asset_id AND display_languages.rowid = new.rowid;
                END
                """);

            migrationBuilder.Sql("UPDATE asset_tags SET account_id = o.account_id, environment = o.environment FROM assets AS o WHERE o.id = asset_tags.asset_id");
            migrationBuilder.Sql(
                """
                CREATE TRIGGER asset_tags_owned AFTER INSERT ON asset_tags WHEN new.environment = ''
                BEGIN
                    UPDATE asset_tags SET account_id = o.account_id, environment = o.environment FROM assets AS o
                    WHERE o.id = new.asset_id AND asset_tags.rowid = new.rowid;
                END
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
            migrationBuilder.Sql("DROP TRIGGER display_skills_owned");
            migrationBuilder.Sql("DROP TRIGGER display_languages_owned");
            migrationBuilder.Sql("DROP TRIGGER asset_tags_owned");

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
