using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Resumai.Server.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class WorkerReports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "worker_reports",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    server = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    sandbox = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    hosts = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_worker_reports", x => x.id);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "worker_reports");
        }
    }
}
