namespace Resumai.Server.Audit;

/// <summary>What is written down.</summary>
public static class AuditAction
{
    public const string SignedIn = "signed_in";
    public const string SignInFailed = "sign_in_failed";
    public const string PasswordChanged = "password_changed";
    public const string SecondStepOn = "second_step_on";
    public const string SecondStepOff = "second_step_off";
    public const string PasskeyAdded = "passkey_added";
    public const string PasskeyRemoved = "passkey_removed";
    public const string KeyMade = "key_made";
    public const string KeyReplaced = "key_replaced";
    public const string KeyRevoked = "key_revoked";
    public const string AccountOpened = "account_opened";
    public const string LimitsSet = "limits_set";
    public const string CreditsMoved = "credits_moved";
    public const string Invited = "invited";
    public const string RequestApproved = "request_approved";
    public const string RequestDeclined = "request_declined";
    public const string Suspended = "suspended";
    public const string SuspensionLifted = "suspension_lifted";
    public const string ConsentGiven = "consent_given";
    public const string ConsentWithdrawn = "consent_withdrawn";
    public const string OperatorLooked = "operator_looked";
    public const string OrderMade = "order_made";
    public const string OrderConfirmed = "order_confirmed";
    public const string OrderPaidByCard = "order_paid_by_card";
    public const string OrderCancelled = "order_cancelled";
    public const string BillingSaved = "billing_saved";
    public const string InvitationAccepted = "invitation_accepted";
    public const string InvitationWithdrawn = "invitation_withdrawn";
    public const string RoleChanged = "role_changed";
    public const string MemberRemoved = "member_removed";
    public const string AccountClosed = "account_closed";

    public static IReadOnlyList<string> All { get; } =
    [
        SignedIn, SignInFailed, PasswordChanged, SecondStepOn, SecondStepOff, PasskeyAdded, PasskeyRemoved, KeyMade, KeyReplaced, KeyRevoked, AccountOpened, LimitsSet,
        CreditsMoved, Invited, RequestApproved, RequestDeclined, Suspended, SuspensionLifted, ConsentGiven, ConsentWithdrawn, OperatorLooked,
        OrderMade, OrderConfirmed, OrderPaidByCard, OrderCancelled, BillingSaved, InvitationAccepted, InvitationWithdrawn, RoleChanged, MemberRemoved, AccountClosed,
    ];
}
