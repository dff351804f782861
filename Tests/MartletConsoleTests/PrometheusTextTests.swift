import KafkaServer
import MartletConsole
import Testing

@Suite struct PrometheusTextTests {
    @Test func numbersStandBehindWhatTheyAre() {
        var family = MetricFamily(
            MetricDefinition("a_total", .counter, "Things, with a \\ in the text.", labels: ["api", "listener"]))
        family.add(7, "Fetch", "")
        family.add(.real(0.5), "a \"quote\", a \\ and a\nbreak", "L")
        #expect(
            PrometheusText([family]).text == """
                # HELP a_total Things, with a \\\\ in the text.
                # TYPE a_total counter
                a_total{api="Fetch"} 7
                a_total{api="a \\"quote\\", a \\\\ and a\\nbreak",listener="L"} 0.5

                """)
    }

    @Test func numbersWithoutAValueAreShownAllTheSame() {
        let family = MetricFamily(MetricDefinition("b", .gauge, "Nothing."))
        #expect(PrometheusText([family]).text == "# HELP b Nothing.\n# TYPE b gauge\n")
    }

    @Test func bucketsAddUp() {
        var histogram = DurationHistogram()
        for nanoseconds: UInt64 in [0, 10_000, 10_001, 5_000_000_000, 5_000_000_001, 60_000_000_000] {
            histogram.observe(nanoseconds)
        }
        let family = MetricFamily(MetricDefinition("c_seconds", .histogram, "Times."), .histogram(histogram))
        let lines = PrometheusText([family]).text.split(separator: "\n")
        #expect(lines.contains("c_seconds_bucket{le=\"1e-05\"} 2"))
        #expect(lines.contains("c_seconds_bucket{le=\"2.5e-05\"} 3"))
        #expect(lines.contains("c_seconds_bucket{le=\"1.0\"} 3"))
        #expect(lines.contains("c_seconds_bucket{le=\"5.0\"} 4"))
        #expect(lines.contains("c_seconds_bucket{le=\"+Inf\"} 6"))
        #expect(lines.contains("c_seconds_count 6"))
        #expect(lines.contains("c_seconds_sum 70.000020002") || lines.contains("c_seconds_sum 70.00002000200001"))
    }

    @Test func everyBoundIsTheEndOfItsBucket() {
        for (index, bound) in DurationHistogram.bounds.enumerated() {
            var histogram = DurationHistogram()
            histogram.observe(bound)
            histogram.observe(bound + 1)
            let counts = histogram.cumulativeCounts
            #expect(counts[index] == 1 && counts[index + 1] == 2, "\(bound) ns: \(counts)")
            #expect(index == 0 || counts[index - 1] == 0)
        }
    }

    @Test func processTellsOfItself() {
        let families = ProcessMetrics(version: "1.2.3", engine: "broker").families()
        let text = PrometheusText(families).text
        #expect(text.contains("martlet_build_info{version=\"1.2.3\",engine=\"broker\"} 1\n"))
        #expect(families.allSatisfy { !$0.samples.isEmpty })
        for family in families {
            guard case .real(let number)? = family.samples.first?.value else { continue }
            #expect(number >= 0 && number.isFinite, "\(family.definition.name) is \(number)")
        }
    }
}
