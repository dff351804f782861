import KafkaWire

/// Goes through the fields of a struct in the order of the specification: to turn them into JSON, to set them from
/// JSON, or to tell what they are.
///
/// Generated code meets it as an existential on purpose: nothing of it is specialised or inlined there, which keeps
/// a module of some 2,000 fields cheap to compile. A walker remembers its first error instead of throwing it, for the
/// same reason.
protocol FieldWalker: AnyObject {
    func scalar<Value: JSONScalar>(_ field: FieldFacts, _ value: inout Value)
    func nullable<Value: JSONScalar>(_ field: FieldFacts, _ value: inout Value?)
    func scalars<Value: JSONScalar>(_ field: FieldFacts, _ values: inout [Value])
    func nullableScalars<Value: JSONScalar>(_ field: FieldFacts, _ values: inout [Value]?)
    func structure<Value: JSONStruct>(_ field: FieldFacts, _ value: inout Value)
    func nullableStructure<Value: JSONStruct>(_ field: FieldFacts, _ value: inout Value?)
    func structures<Value: JSONStruct>(_ field: FieldFacts, _ values: inout [Value])
    func nullableStructures<Value: JSONStruct>(_ field: FieldFacts, _ values: inout [Value]?)
    func unknown(_ fields: inout UnknownTaggedFields)
}

/// A struct of a message whose fields can be walked through; the conformances are generated.
protocol JSONStruct: WireStruct {
    /// One with all defaults.
    static var blank: Self { get }

    /// Calls the walker for each field in the order of the specification, and for unknown tagged fields at the end.
    mutating func walk(_ fields: any FieldWalker)
}

/// The name under which unknown tagged fields stand in JSON.
let unknownTaggedFieldsName = "_taggedFields"
