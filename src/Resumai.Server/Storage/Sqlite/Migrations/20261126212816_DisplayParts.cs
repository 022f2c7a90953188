using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Resumai.Server.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class DisplayParts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // By hand. Finds a part of a title or of an employer's name by its runs of three characters; numbered as the full-text index is.
            migrationBuilder.Sql("CREATE VIRTUAL TABLE display_parts USING fts5(title, employer, content='', contentless_delete=1, tokenize='trigram case_sensitive 1')");
            migrationBuilder.Sql(
                """
                INSERT INTO display_parts (rowid, title, employer)
                SELECT d.id, r.title_folded, r.employer_folded FROM search_documents AS d JOIN display_rows AS r ON r.asset_id = d.asset_id
                """);
            migrationBuilder.Sql(
                """
                CREATE TRIGGER search_documents_parts AFTER INSERT ON search_documents
                BEGIN
                    INSERT INTO display_parts (rowid, title, employer) SELECT new.id, r.title_folded, r.employer_folded FROM display_rows AS r WHERE r.asset_id = new.asset_id;
                END
                """);
            migrationBuilder.Sql(
                """
                CREATE TRIGGER search_documents_parts_deleted AFTER DELETE ON search_documents
                BEGIN
                    DELETE FROM display_parts WHERE rowid = old.id;
                END
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TRIGGER search_documents_parts");
            migrationBuilder.Sql("DROP TRIGGER search_documents_parts_deleted");
            migrationBuilder.Sql("DROP TABLE display_parts");
        }
    }
}
