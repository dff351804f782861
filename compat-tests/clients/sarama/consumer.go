package main

import (
	"encoding/base64"
	"fmt"
	"sort"
	"sync"
	"time"

	"github.com/Shopify/sarama"
)

// arrival is a message, or an error, of a partition as it was at some epoch.
type arrival struct {
	message *sarama.ConsumerMessage
	err     error
	where   place
	epoch   int
}

// consumer is what a scenario opened: partitions that it reads by itself, or a member of a group.
type consumer struct {
	bootstrap  string
	client     sarama.Client
	reader     sarama.Consumer
	group      string
	autoCommit bool
	member     *member

	lock      sync.Mutex
	arrivals  chan arrival
	stops     map[place]func()
	epochs    map[place]int
	positions map[place]int64
}

func openConsumer(a *adapter, args arguments) (interface{}, error) {
	config, err := configuration(args.Config)
	if err != nil {
		return nil, err
	}
	client, err := sarama.NewClient([]string{a.bootstrap}, config)
	if err != nil {
		return nil, err
	}
	reader, err := sarama.NewConsumerFromClient(client)
	if err != nil {
		return nil, err
	}
	made := &consumer{
		bootstrap: a.bootstrap, client: client, reader: reader, arrivals: make(chan arrival, 256), stops: map[place]func(){},
		epochs: map[place]int{}, positions: map[place]int64{},
	}
	if group, found := args.Config["group.id"]; found {
		made.group = text(group)
		auto, set := args.Config["enable.auto.commit"]
		made.autoCommit = !set || text(auto) == "true"
	}
	return a.keep(made), nil
}

func withConsumer(run func(*consumer, arguments) (interface{}, error)) func(*adapter, arguments) (interface{}, error) {
	return func(a *adapter, args arguments) (interface{}, error) {
		one, found := a.handles[args.Handle].(*consumer)
		if !found {
			return nil, failure{"NO_HANDLE", fmt.Sprint(args.Handle)}
		}
		return run(one, args)
	}
}

func (c *consumer) assign(args arguments) (interface{}, error) {
	for _, parts := range args.Partitions {
		where, err := placeOf(parts)
		if err != nil {
			return nil, err
		}
		if len(parts) < 3 {
			return nil, failure{"BAD_ARGUMENT", fmt.Sprint(parts)}
		}
		if err := c.start(where, parts[2]); err != nil {
			return nil, err
		}
	}
	return nil, nil
}

func (c *consumer) seek(args arguments) (interface{}, error) {
	where := place{args.Topic, args.Partition}
	if stop, running := c.stops[where]; running {
		stop()
	}
	return nil, c.start(where, args.Offset)
}

// start reads a partition from an offset; what came of an earlier reading is no longer let through.
func (c *consumer) start(where place, at interface{}) error {
	offset, err := offsetOf(at)
	if err != nil {
		return err
	}
	partition, err := c.reader.ConsumePartition(where.topic, where.partition, offset)
	if err != nil {
		return err
	}
	c.lock.Lock()
	c.epochs[where]++
	epoch := c.epochs[where]
	c.lock.Unlock()
	done := make(chan struct{})
	forward := func(one arrival) {
		select {
		case c.arrivals <- one:
		case <-done:
		}
	}
	ended := make(chan struct{})
	go func() {
		for one := range partition.Messages() {
			forward(arrival{message: one, where: where, epoch: epoch})
		}
		close(ended)
	}()
	go func() {
		for one := range partition.Errors() {
			forward(arrival{err: one, where: where, epoch: epoch})
		}
	}()
	c.stops[where] = func() {
		close(done)
		partition.AsyncClose()
		// Until its messages have ended, sarama refuses to read the partition from elsewhere.
		select {
		case <-ended:
		case <-time.After(10 * time.Second):
		}
		delete(c.stops, where)
		c.drain()
	}
	return nil
}

func (c *consumer) drain() {
	for {
		select {
		case <-c.arrivals:
		case <-time.After(20 * time.Millisecond):
			return
		}
	}
}

func (c *consumer) poll(args arguments) (interface{}, error) {
	found := []record{}
	deadline := time.After(time.Duration(args.TimeoutMs) * time.Millisecond)
	for len(found) < args.MaxRecords {
		var one arrival
		if len(found) > 0 {
			select {
			case one = <-c.arrivals:
			case <-time.After(20 * time.Millisecond):
				return found, nil
			}
		} else {
			select {
			case one = <-c.arrivals:
			case <-deadline:
				return found, nil
			}
		}
		if !c.current(one) {
			continue
		}
		if one.err != nil {
			if _, fromBroker := one.err.(*sarama.ConsumerError).Err.(sarama.KError); fromBroker && len(found) == 0 {
				return nil, one.err
			}
			continue // a lost connection, which sarama opens again
		}
		found = append(found, received(one.message))
		c.delivered(one)
	}
	return found, nil
}

func (c *consumer) current(one arrival) bool {
	c.lock.Lock()
	defer c.lock.Unlock()
	return one.epoch == c.epochs[one.where]
}

func (c *consumer) delivered(one arrival) {
	c.lock.Lock()
	defer c.lock.Unlock()
	c.positions[one.where] = one.message.Offset + 1
	if c.member != nil && c.member.session != nil && c.autoCommit {
		c.member.session.MarkMessage(one.message, "")
	}
}

func received(one *sarama.ConsumerMessage) record {
	timestamp := one.Timestamp.UnixNano() / int64(time.Millisecond)
	result := record{
		Key: one.Key, Value: one.Value, Headers: [][]*string{}, Partition: &one.Partition, Timestamp: &timestamp,
		Topic: one.Topic, Offset: one.Offset,
	}
	for _, header := range one.Headers {
		name := string(header.Key)
		pair := []*string{&name, nil}
		if header.Value != nil {
			value := base64.StdEncoding.EncodeToString(header.Value)
			pair[1] = &value
		}
		result.Headers = append(result.Headers, pair)
	}
	return result
}

func (c *consumer) position(args arguments) (interface{}, error) {
	result := []int64{}
	c.lock.Lock()
	defer c.lock.Unlock()
	for _, parts := range args.Partitions {
		where, err := placeOf(parts)
		if err != nil {
			return nil, err
		}
		result = append(result, c.positions[where])
	}
	return result, nil
}

func (c *consumer) offsetsForTimes(args arguments) (interface{}, error) {
	result := []interface{}{}
	for _, parts := range args.Times {
		where, err := placeOf(parts)
		if err != nil {
			return nil, err
		}
		at, err := offsetOf(parts[2])
		if err != nil {
			return nil, err
		}
		offset, err := c.client.GetOffset(where.topic, where.partition, at)
		if err != nil {
			return nil, err
		}
		if offset < 0 {
			result = append(result, nil)
		} else {
			result = append(result, offset)
		}
	}
	return result, nil
}

func (c *consumer) watermarks(args arguments) (interface{}, error) {
	low, err := c.client.GetOffset(args.Topic, args.Partition, sarama.OffsetOldest)
	if err != nil {
		return nil, err
	}
	high, err := c.client.GetOffset(args.Topic, args.Partition, sarama.OffsetNewest)
	return []int64{low, high}, err
}

func (c *consumer) assignment(arguments) (interface{}, error) {
	c.lock.Lock()
	defer c.lock.Unlock()
	places := [][]interface{}{}
	if c.member != nil && c.member.session != nil {
		for topic, partitions := range c.member.session.Claims() {
			for _, partition := range partitions {
				places = append(places, []interface{}{topic, partition})
			}
		}
	}
	for where := range c.stops {
		places = append(places, []interface{}{where.topic, where.partition})
	}
	sort.Slice(places, func(one, other int) bool { return fmt.Sprint(places[one]) < fmt.Sprint(places[other]) })
	return places, nil
}

func (c *consumer) Close() error {
	var first error
	if c.member != nil {
		first = c.member.close()
	}
	for _, stop := range c.stops {
		stop()
	}
	_ = c.reader.Close()
	if err := c.client.Close(); err != nil && first == nil {
		first = err
	}
	return first
}
