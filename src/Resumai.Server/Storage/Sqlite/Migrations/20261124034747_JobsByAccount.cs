using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Resumai.Server.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class JobsByAccount : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_jobs_account_id_environment",
                table: "jobs");

            migrationBuilder.CreateIndex(
                name: "ix_jobs_account_id_environment_enqueued_at_leased_until",
                table: "jobs",
                columns: new[] { "account_id", "environment", "enqueued_at", "leased_until" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_jobs_account_id_environment_enqueued_at_leased_until",
                table: "jobs");

            migrationBuilder.CreateIndex(
                name: "ix_jobs_account_id_environment",
                table: "jobs",
                columns: new[] { "account_id", "environment" });
        }
    }
}
