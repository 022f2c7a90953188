using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Resumai.Server.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class DisplaySearch : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "city_key",
                table: "display_rows",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "current_employer_key",
                table: "display_rows",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "current_title_key",
                table: "display_rows",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "email_key",
                table: "display_rows",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "filename_key",
                table: "display_rows",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "full_name_key",
                table: "display_rows",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "headline_key",
                table: "display_rows",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "last_degree_key",
                table: "display_rows",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "last_institution_key",
                table: "display_rows",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "linkedin_url_key",
                table: "display_rows",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "phone_key",
                table: "display_rows",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "region_key",
                table: "display_rows",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "search_documents",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    asset_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_search_documents", x => x.id);
                    table.ForeignKey(
                        name: "fk_search_documents_display_rows_asset_id",
                        column: x => x.asset_id,
                        principalTable: "display_rows",
                        principalColumn: "asset_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "secrets",
                columns: table => new
                {
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    value = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_secrets", x => x.name);
                });

            migrationBuilder.CreateIndex(
                name: "ix_display_rows_account_id_environment_confidence_asset_id",
                table: "display_rows",
                columns: new[] { "account_id", "environment", "confidence", "asset_id" });

            migrationBuilder.CreateIndex(
                name: "ix_display_rows_account_id_environment_experience_tenths_asset_id",
                table: "display_rows",
                columns: new[] { "account_id", "environment", "experience_tenths", "asset_id" });

            migrationBuilder.CreateIndex(
                name: "ix_display_rows_account_id_environment_full_name_key_asset_id",
                table: "display_rows",
                columns: new[] { "account_id", "environment", "full_name_key", "asset_id" });

            migrationBuilder.CreateIndex(
                name: "ix_search_documents_asset_id",
                table: "search_documents",
                column: "asset_id",
                unique: true);

            // By hand. Contentless: the terms stand nowhere but in the index. detail=none: no phrases, so no positions.
            migrationBuilder.Sql("CREATE VIRTUAL TABLE search_terms USING fts5(terms, content='', contentless_delete=1, detail=none, tokenize='ascii')");
            // Cascades of a deleted asset end here, so no way of deleting it can leave its terms behind.
            migrationBuilder.Sql(
                """
                CREATE TRIGGER search_documents_deleted AFTER DELETE ON search_documents
                BEGIN
                    DELETE FROM search_terms WHERE rowid = old.id;
                END
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TRIGGER search_documents_deleted");

            migrationBuilder.Sql("DROP TABLE search_terms");

            migrationBuilder.DropTable(
                name: "search_documents");

            migrationBuilder.DropTable(
                name: "secrets");

            migrationBuilder.DropIndex(
                name: "ix_display_rows_account_id_environment_confidence_asset_id",
                table: "display_rows");

            migrationBuilder.DropIndex(
                name: "ix_display_rows_account_id_environment_experience_tenths_asset_id",
                table: "display_rows");

            migrationBuilder.DropIndex(
                name: "ix_display_rows_account_id_environment_full_name_key_asset_id",
                table: "display_rows");

            migrationBuilder.DropColumn(
                name: "city_key",
                table: "display_rows");

            migrationBuilder.DropColumn(
                name: "current_employer_key",
                table: "display_rows");

            migrationBuilder.DropColumn(
                name: "current_title_key",
                table: "display_rows");

            migrationBuilder.DropColumn(
                name: "email_key",
                table: "display_rows");

            migrationBuilder.DropColumn(
                name: "filename_key",
                table: "display_rows");

            migrationBuilder.DropColumn(
                name: "full_name_key",
                table: "display_rows");

            migrationBuilder.DropColumn(
                name: "headline_key",
                table: "display_rows");

            migrationBuilder.DropColumn(
                name: "last_degree_key",
                table: "display_rows");

            migrationBuilder.DropColumn(
                name: "last_institution_key",
                table: "display_rows");

            migrationBuilder.DropColumn(
                name: "linkedin_url_key",
                table: "display_rows");

            migrationBuilder.DropColumn(
                name: "phone_key",
                table: "display_rows");

            migrationBuilder.DropColumn(
                name: "region_key",
                table: "display_rows");
        }
    }
}
