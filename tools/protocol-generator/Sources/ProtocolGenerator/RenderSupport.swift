/// What decoding and encoding have in common.
enum RenderSupport {
    /// Declares `flexible` if the body that follows asks for it.
    static func declareFlexible(for body: SwiftText, context: StructContext, into text: inout SwiftText) {
        let isUsed = body.lines.contains { $0.contains("flexible: flexible") || $0.contains("if flexible {") }
        guard isUsed else { return }
        let condition = Condition(context.message.flexible, known: context.structure.versions)
        text.line("let flexible = \(condition.swift)")
    }
}
