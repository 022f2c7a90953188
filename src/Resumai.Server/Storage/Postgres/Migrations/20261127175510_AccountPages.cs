using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Resumai.Server.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class AccountPages : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "closed_at",
                table: "accounts",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "billing_details",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    street = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    postal_code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    city = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    country = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    vat_number = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    saved_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_billing_details", x => x.account_id);
                    table.ForeignKey(
                        name: "fk_billing_details_accounts_account_id",
                        column: x => x.account_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "credit_orders",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reference = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    credits = table.Column<long>(type: "bigint", nullable: false),
                    method = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    state = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    net_cents = table.Column<long>(type: "bigint", nullable: false),
                    vat_rate = table.Column<int>(type: "integer", nullable: false),
                    vat_cents = table.Column<long>(type: "bigint", nullable: false),
                    gross_cents = table.Column<long>(type: "bigint", nullable: false),
                    vat_reason = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    buyer = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    language = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    settled_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    settled_by = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    session_id = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_credit_orders", x => x.id);
                    table.ForeignKey(
                        name: "fk_credit_orders_accounts_account_id",
                        column: x => x.account_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "endpoint_counts",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    endpoint = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    requests = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_endpoint_counts", x => new { x.account_id, x.day, x.endpoint });
                });

            migrationBuilder.CreateTable(
                name: "invoice_series",
                columns: table => new
                {
                    year = table.Column<int>(type: "integer", nullable: false),
                    last = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_invoice_series", x => x.year);
                });

            migrationBuilder.CreateTable(
                name: "invoices",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    order_id = table.Column<Guid>(type: "uuid", nullable: false),
                    issued_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    buyer_name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    net_cents = table.Column<long>(type: "bigint", nullable: false),
                    vat_cents = table.Column<long>(type: "bigint", nullable: false),
                    gross_cents = table.Column<long>(type: "bigint", nullable: false),
                    content = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    pdf = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_invoices", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_credit_orders_account_id_id",
                table: "credit_orders",
                columns: new[] { "account_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_credit_orders_reference",
                table: "credit_orders",
                column: "reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_credit_orders_session_id",
                table: "credit_orders",
                column: "session_id",
                unique: true,
                filter: "session_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_credit_orders_state_id",
                table: "credit_orders",
                columns: new[] { "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_invoices_account_id_id",
                table: "invoices",
                columns: new[] { "account_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_invoices_number",
                table: "invoices",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_invoices_order_id",
                table: "invoices",
                column: "order_id",
                unique: true);

            // By hand: what was handed out stays as it is.
            migrationBuilder.Sql(
                """
                CREATE FUNCTION refuse_invoice_change() RETURNS trigger AS $$
                BEGIN
                    RAISE EXCEPTION 'An invoice is neither changed nor deleted.';
                END
                $$ LANGUAGE plpgsql;
                CREATE TRIGGER invoices_refuse_change BEFORE UPDATE OR DELETE ON invoices FOR EACH ROW EXECUTE FUNCTION refuse_invoice_change();
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TRIGGER invoices_refuse_change ON invoices; DROP FUNCTION refuse_invoice_change()");

            migrationBuilder.DropTable(
                name: "billing_details");

            migrationBuilder.DropTable(
                name: "credit_orders");

            migrationBuilder.DropTable(
                name: "endpoint_counts");

            migrationBuilder.DropTable(
                name: "invoice_series");

            migrationBuilder.DropTable(
                name: "invoices");

            migrationBuilder.DropColumn(
                name: "closed_at",
                table: "accounts");
        }
    }
}
