import KafkaMessageJSON

/// Bytes in Base64 with padding.
func base64(_ bytes: [UInt8]) -> String { Base64.encode(bytes) }
