using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Resumai.Server.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class SearchTerms : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
        }
    }
}
