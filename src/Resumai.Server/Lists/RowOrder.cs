using System.Globalization;
using System.Linq.Expressions;

namespace Resumai.Server.Lists;

/// <summary>
/// The order of a list: by one column, rows without a value last both ways, ties broken by the id in the same direction.
/// Pages are found by position (keyset), never by counting rows, so rows that come or go do not move others. Stateless.
/// </summary>
/// <param name="name">As in the <c>sort</c> parameter: "-uploaded_at".</param>
public abstract class RowOrder<TRow>(string name)
{
    public string Name => name;

    /// <summary>The property that is compared.</summary>
    public abstract string KeyName { get; }

    /// <summary>Whether there can be rows without a sort value.</summary>
    public abstract bool HasGaps { get; }

    /// <summary>The rows that have a sort value, in order, after a position among them.</summary>
    public abstract IQueryable<TRow> WithKey(IQueryable<TRow> rows, Position? after);

    /// <summary>The rows that have none, in order, after a position among them. They follow all others.</summary>
    public abstract IQueryable<TRow> WithoutKey(IQueryable<TRow> rows, Position? after);

    /// <summary>The ids of rows, in the order that the rows have.</summary>
    public abstract IQueryable<Guid> IdsOf(IQueryable<TRow> rows);

    /// <summary>Id and sort value of rows, to be sorted elsewhere; columns <c>Id</c> and <c>Key</c>.</summary>
    public abstract IQueryable KeysOf(IQueryable<TRow> rows);

    /// <summary>The sort value of a position as the column has it; null: it has none.</summary>
    public abstract object? KeyOf(Position position);

    public abstract bool IsDescending { get; }

    public abstract Guid IdOf(TRow row);

    public abstract Position PositionOf(TRow row);
}

/// <summary>A <see cref="RowOrder{TRow}"/> by a column of type <typeparamref name="TKey"/>: a string (by code point), number, time or id.</summary>
public sealed class RowOrder<TRow, TKey> : RowOrder<TRow>
{
    private readonly Expression<Func<TRow, TKey>> _key;
    private readonly Expression<Func<TRow, Guid>> _id;
    private readonly Func<TRow, TKey> _keyOf;
    private readonly Func<TRow, Guid> _idOf;
    private readonly bool _descending;
    private readonly Expression<Func<TRow, Keyed>> _keyed;

    public RowOrder(string name, Expression<Func<TRow, TKey>> key, Expression<Func<TRow, Guid>> id, bool descending) : base(name)
    {
        // One parameter for both, so that they can stand in one expression.
        _id = Expression.Lambda<Func<TRow, Guid>>(new Renaming(id.Parameters[0], key.Parameters[0]).Visit(id.Body), key.Parameters);
        (_key, _keyOf, _idOf, _descending) = (key, key.Compile(), id.Compile(), descending);
        _keyed = Expression.Lambda<Func<TRow, Keyed>>(Expression.MemberInit(Expression.New(typeof(Keyed)),
            Expression.Bind(typeof(Keyed).GetProperty(nameof(Keyed.Id))!, _id.Body), Expression.Bind(typeof(Keyed).GetProperty(nameof(Keyed.Key))!, _key.Body)), key.Parameters);
    }

    public override string KeyName => ((MemberExpression)_key.Body).Member.Name;

    public override bool HasGaps => !typeof(TKey).IsValueType || Nullable.GetUnderlyingType(typeof(TKey)) is not null;

    public override IQueryable<TRow> WithKey(IQueryable<TRow> rows, Position? after)
    {
        if (HasGaps) rows = rows.Where(Condition(Expression.NotEqual(_key.Body, Expression.Constant(null, typeof(TKey)))));
        if (after is not null)
        {
            var key = Parameter((TKey)Read(after.Key!));
            // The first half alone lets the database begin in the middle of its index.
            rows = rows.Where(Condition(Expression.AndAlso(
                Compare(_key.Body, key, orEqual: true),
                Expression.OrElse(Compare(_key.Body, key), Compare(_id.Body, Parameter(after.Id))))));
        }
        return _descending ? rows.OrderByDescending(_key).ThenByDescending(_id) : rows.OrderBy(_key).ThenBy(_id);
    }

    public override IQueryable<TRow> WithoutKey(IQueryable<TRow> rows, Position? after)
    {
        rows = rows.Where(Condition(Expression.Equal(_key.Body, Expression.Constant(null, typeof(TKey)))));
        if (after is not null) rows = rows.Where(Condition(Compare(_id.Body, Parameter(after.Id))));
        return _descending ? rows.OrderByDescending(_id) : rows.OrderBy(_id);
    }

    public override IQueryable<Guid> IdsOf(IQueryable<TRow> rows) => rows.Select(_id);

    public override IQueryable KeysOf(IQueryable<TRow> rows) => rows.Select(_keyed);

    public override object? KeyOf(Position position) => position.Key is null ? null : Read(position.Key);

    public override bool IsDescending => _descending;

    public override Guid IdOf(TRow row) => _idOf(row);

    public override Position PositionOf(TRow row) => new(Write(_keyOf(row)), _idOf(row));

    private Expression Compare(Expression left, Expression right, bool orEqual = false)
    {
        if (left.Type == typeof(string))
        {
            left = Expression.Call(typeof(string), nameof(string.Compare), typeArguments: null, left, right);
            right = Expression.Constant(0);
        }
        return (_descending, orEqual) switch
        {
            (false, false) => Expression.GreaterThan(left, right),
            (false, true) => Expression.GreaterThanOrEqual(left, right),
            (true, false) => Expression.LessThan(left, right),
            (true, true) => Expression.LessThanOrEqual(left, right),
        };
    }

    private Expression<Func<TRow, bool>> Condition(Expression body) => Expression.Lambda<Func<TRow, bool>>(body, _key.Parameters);

    // A field of an object becomes a parameter of the SQL; a constant would be written into it and every page would be another statement.
    private static MemberExpression Parameter<T>(T value) => Expression.Field(Expression.Constant(new Box<T>(value)), nameof(Box<T>.Value));

    private static string? Write(TKey key) => key switch
    {
        null => null,
        string text => text,
        DateTime time => time.Ticks.ToString(CultureInfo.InvariantCulture),
        Guid id => id.ToString("D"),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new NotSupportedException($"{typeof(TKey)} is not a sort value."),
    };

    private static object Read(string text) => (Nullable.GetUnderlyingType(typeof(TKey)) ?? typeof(TKey)) switch
    {
        var type when type == typeof(string) => text,
        var type when type == typeof(DateTime) => new DateTime(long.Parse(text, CultureInfo.InvariantCulture), DateTimeKind.Utc),
        var type when type == typeof(Guid) => Guid.ParseExact(text, "D"),
        var type => Convert.ChangeType(text, type, CultureInfo.InvariantCulture),
    };

    private sealed class Keyed
    {
        public Guid Id { get; init; }
        public TKey Key { get; init; } = default!;
    }

    private sealed class Box<T>(T value)
    {
        public readonly T Value = value;
    }

    private sealed class Renaming(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
